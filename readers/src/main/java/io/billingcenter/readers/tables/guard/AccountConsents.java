package io.billingcenter.readers.tables.guard;

import io.billingcenter.domain.guard.AccountConsent;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.UnusualDay;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The consents to unusual charges: to those of an account for some days, or to one account-day by its fingerprint. They are
 * read once, so that an account-day to which nobody consented costs no query.
 */
public final class AccountConsents {

    private static final String FINGERPRINTS = """
            SELECT DISTINCT s.fingerprint FROM consent c
            JOIN guard_stop s ON c.subject = s.fingerprint || '#' || CAST(s.version AS VARCHAR(10))
            WHERE c.kind = 'stop' AND s.level = ?""";

    private final Map<String, List<AccountConsent>> accounts;
    private final Set<String> fingerprints;
    private final ConsentReader consents;

    /** The consents as they are now. */
    public AccountConsents(JdbcTemplate jdbc) {
        this.consents = new ConsentReader(jdbc);
        this.accounts = consents.accountConsents().stream().collect(Collectors.groupingBy(AccountConsent::account));
        this.fingerprints =
                new HashSet<>(jdbc.query(FINGERPRINTS, (row, number) -> row.getString(1), GuardLevel.ACCOUNT.code()));
    }

    /** Returns whether a person consented to the charges of the account-day. */
    public boolean cover(UnusualDay unusual) {
        String account = unusual.key().account().value();
        return accounts.getOrDefault(account, List.of()).stream()
                        .anyMatch(
                                consent -> consent.covers(account, unusual.key().day()))
                || fingerprints.contains(unusual.stop().fingerprint()) && consents.covers(unusual.stop());
    }
}
