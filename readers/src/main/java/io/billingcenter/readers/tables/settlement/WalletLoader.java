package io.billingcenter.readers.tables.settlement;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.AccountWork;
import io.billingcenter.domain.settlement.AccountWork.WalletWork;
import io.billingcenter.domain.settlement.BillChange;
import io.billingcenter.domain.settlement.LinePayment;
import io.billingcenter.domain.settlement.WalletEvents;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Loads the wallets of accounts with their events, in a fixed number of queries for all of them together. */
public final class WalletLoader {

    private final AccountDirectory directory;
    private final WalletRows wallets;
    private final WalletEventRows events;
    private final BillRows bills;

    /**
     * Loads through the template.
     *
     * @param until last day of the events
     * @param lastBill last posted day of the bills
     */
    public WalletLoader(JdbcTemplate jdbc, AccountDirectory directory, BillingDay until, BillingDay lastBill) {
        this(jdbc, directory, until, lastBill, List.of());
    }

    /**
     * Loads through the template.
     *
     * @param until last day of the events
     * @param lastBill last posted day of the bills
     * @param unfinished runs that did not finish; their payments of bills that have changed are made anew
     */
    public WalletLoader(
            JdbcTemplate jdbc,
            AccountDirectory directory,
            BillingDay until,
            BillingDay lastBill,
            List<Long> unfinished) {
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
        this.directory = directory;
        this.wallets = new WalletRows(named, lastBill, new UnspreadBills(named, directory));
        this.events = new WalletEventRows(named, until);
        this.bills = new BillRows(named, directory, lastBill, new UnspreadBills(named, directory), unfinished);
    }

    /** Returns the work of these accounts, by account. */
    public List<AccountWork> load(Collection<String> accounts) {
        Map<String, WalletEventRows.AccountEvents> eventsByAccount = events.of(accounts);
        BillRows.Changes changes = bills.of(accounts);
        WalletRows.Page page = wallets.of(accounts, changes, accountsThatClear(eventsByAccount));
        List<AccountWork> work = new ArrayList<>();
        for (String id : new TreeSet<>(accounts)) {
            BillingAccountId account = new BillingAccountId(id);
            Optional<WalletKey> own =
                    directory.findAccount(account).map(known -> new WalletKey(account, known.currency()));
            TreeSet<WalletKey> keys = new TreeSet<>();
            own.ifPresent(keys::add);
            keys.addAll(page.walletsOf(account));
            changes.changes().keySet().stream()
                    .filter(key -> key.account().equals(account))
                    .forEach(keys::add);
            List<WalletWork> ofAccount = keys.stream()
                    .map(key -> new WalletWork(
                            page.state(key),
                            eventsOf(
                                    own.equals(Optional.of(key)),
                                    eventsByAccount.get(id),
                                    changes.of(key),
                                    changes.spread().of(key))))
                    .toList();
            work.add(new AccountWork(account, ofAccount));
        }
        return work;
    }

    /** Returns the accounts that may clear arrears: only new cards and recharges do. */
    private static Set<String> accountsThatClear(Map<String, WalletEventRows.AccountEvents> events) {
        return events.entrySet().stream()
                .filter(entry -> !entry.getValue().cards().isEmpty()
                        || !entry.getValue().recharges().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Returns the events of a wallet: money goes to the one in the currency of the account, an unlock is for all of them. */
    private static WalletEvents eventsOf(
            boolean own,
            WalletEventRows.@Nullable AccountEvents ofAccount,
            List<BillChange> bills,
            List<LinePayment> allocated) {
        if (ofAccount == null) {
            return new WalletEvents(List.of(), List.of(), List.of(), List.of(), bills, allocated);
        }
        return own
                ? new WalletEvents(
                        ofAccount.vouchers(),
                        ofAccount.cards(),
                        ofAccount.recharges(),
                        ofAccount.unlocks(),
                        bills,
                        allocated)
                : new WalletEvents(List.of(), List.of(), List.of(), ofAccount.unlocks(), bills, allocated);
    }
}
