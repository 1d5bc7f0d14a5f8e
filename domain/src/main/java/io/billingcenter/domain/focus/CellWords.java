package io.billingcenter.domain.focus;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts that the rows of a month have in common: names, instants of days, ids of accounts. Not for several threads. */
public final class CellWords {

    private static final String MAINLAND_CURRENCY = "CNY";

    private final FocusTerms terms;
    private final String periodStart;
    private final String periodEnd;
    private final Map<BillingDay, String> instants = new HashMap<>();
    private @Nullable String lastAccount;
    private @Nullable Currency lastCurrency;
    private String lastAccountId = "";

    /** Creates the texts of a month. */
    public CellWords(FocusTerms terms, BillingMonth month) {
        this.terms = terms;
        this.periodStart = instant(month.firstDay());
        this.periodEnd = instant(month.endExclusive());
    }

    /** Returns the names that the export prints. */
    public FocusTerms terms() {
        return terms;
    }

    /** Returns the instant at which the month begins. */
    public String periodStart() {
        return periodStart;
    }

    /** Returns the instant at which the month has ended. */
    public String periodEnd() {
        return periodEnd;
    }

    /** Returns the instant at which a day begins. */
    public String instant(BillingDay day) {
        return instants.computeIfAbsent(
                day, begins -> begins.in(terms.zone()).start().toString());
    }

    /** Returns the id of an account with the group of sites that bills in its currency. */
    public String accountId(ChargeOwner owner) {
        if (!owner.accountId().equals(lastAccount) || !owner.currency().equals(lastCurrency)) {
            String group = owner.currency().getCurrencyCode().equals(MAINLAND_CURRENCY) ? "cn" : "os";
            lastAccount = owner.accountId();
            lastCurrency = owner.currency();
            lastAccountId = group + ":" + owner.accountId();
        }
        return lastAccountId;
    }
}
