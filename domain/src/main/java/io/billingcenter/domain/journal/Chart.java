package io.billingcenter.domain.journal;

import java.util.Map;
import java.util.Optional;

/** The chart of accounts: an account of the general ledger for each key of the journal. */
public final class Chart {

    /**
     * An account of the general ledger.
     *
     * @param code its code
     * @param name its name; may be empty
     * @param taxCode tax code of its lines; may be empty
     */
    public record Account(String code, String name, String taxCode) {}

    private final Map<JournalKey, Account> accounts;

    /** Creates the chart of these accounts. */
    public Chart(Map<JournalKey, Account> accounts) {
        this.accounts = Map.copyOf(accounts);
    }

    /** Returns the account of a key, if the chart has it. */
    public Optional<Account> find(JournalKey key) {
        return Optional.ofNullable(accounts.get(key));
    }

    /**
     * Returns the account of a key.
     *
     * @throws UnmappedKeyException if the chart does not have it
     */
    public Account account(JournalKey key) {
        return find(key).orElseThrow(() -> new UnmappedKeyException(key));
    }
}
