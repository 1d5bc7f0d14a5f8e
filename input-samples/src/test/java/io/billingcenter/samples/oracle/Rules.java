package io.billingcenter.samples.oracle;

import java.util.Set;

/** Readings that an operator may set, and numbers of the rules. */
record Rules(Set<String> switchedWhenReleased, int countdownDays) {

    /** As shipped: Alibaba's accounts switch to the wallet, the others lock (billing rules 5.6, reading Q21). */
    static final Rules SHIPPED = new Rules(Set.of("aliyun", "aliyun_intl"), 14);
}
