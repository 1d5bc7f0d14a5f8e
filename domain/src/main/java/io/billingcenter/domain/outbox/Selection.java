package io.billingcenter.domain.outbox;

import io.billingcenter.domain.delivery.DeliverySet;
import io.billingcenter.domain.delivery.SetKind;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of delivered files that a target may select. */
public final class Selection {

    /** The CSV files of days and months. */
    public static final String FILES = "files";

    /** The totals of days and months, without any file. */
    public static final String TOTALS = "totals";

    private Selection() {}

    /** Returns all names, in the order of the alphabet. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of(FILES, TOTALS));
        Arrays.stream(SetKind.values()).map(SetKind::code).forEach(names::add);
        return names;
    }

    /** Returns the name of the kind of a published period: a day, a month, or a set of a month. */
    public static String of(String period) {
        return DeliverySet.isWrittenAs(period)
                ? DeliverySet.parse(period).kind().code()
                : FILES;
    }

    /** Returns whether each file of that kind belongs to one account, which is the first part of its path. */
    public static boolean isByAccount(String kind) {
        return kind.equals(SetKind.ACCOUNTS.code())
                || kind.equals(SetKind.DOCUMENTS.code())
                || kind.equals(SetKind.EINVOICES.code());
    }
}
