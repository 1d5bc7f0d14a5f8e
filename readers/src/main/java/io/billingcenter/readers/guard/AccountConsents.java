package io.billingcenter.readers.guard;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.UnusualDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.Columns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The consents to unusual charges: to those of an account for some days, or to one account-day by its fingerprint. They are
 * read once, so that an account-day to which nobody consented costs no query.
 */
public final class AccountConsents {

    private static final String ACCOUNTS =
            "SELECT subject, from_day, to_day FROM consent WHERE kind = 'account' ORDER BY consent_number";

    private static final String FINGERPRINTS = """
            SELECT DISTINCT s.fingerprint FROM consent c
            JOIN guard_stop s ON c.subject = s.fingerprint || '#' || CAST(s.version AS VARCHAR(10))
            WHERE c.kind = 'stop' AND s.level = ?""";

    private final Map<BillingAccountId, List<DayRange>> accounts = new HashMap<>();
    private final Set<String> fingerprints;
    private final ConsentReader consents;

    /** The consents as they are now. */
    public AccountConsents(JdbcTemplate jdbc) {
        this.consents = new ConsentReader(jdbc);
        jdbc.query(ACCOUNTS, row -> {
            BillingDay last = Columns.day(row, "to_day");
            accounts.computeIfAbsent(new BillingAccountId(row.getString("subject")), key -> new ArrayList<>())
                    .add(new DayRange(Columns.day(row, "from_day"), last.plusDays(1)));
        });
        this.fingerprints = new HashSet<>(jdbc.queryForList(FINGERPRINTS, String.class, GuardLevel.ACCOUNT.code()));
    }

    /** Returns whether a person consented to the charges of the account-day. */
    public boolean cover(UnusualDay unusual) {
        BillingDay day = unusual.key().day();
        return accounts.getOrDefault(unusual.key().account(), List.of()).stream()
                        .anyMatch(days -> days.contains(day))
                || fingerprints.contains(unusual.stop().fingerprint()) && consents.covers(unusual.stop());
    }
}
