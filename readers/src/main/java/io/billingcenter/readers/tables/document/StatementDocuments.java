package io.billingcenter.readers.tables.document;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.document.DocumentHead;
import io.billingcenter.domain.document.DocumentState;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.StatementDocument;
import io.billingcenter.domain.document.StatementDocument.DailyBill;
import io.billingcenter.domain.document.StatementDocument.StatementInvoice;
import io.billingcenter.domain.document.StatementDocument.WalletMovement;
import io.billingcenter.domain.document.StatementDocument.WalletStatement;
import io.billingcenter.domain.document.WalletBalance;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the statements of the accounts that have documents in a month. A page of accounts takes a fixed number of queries. */
public final class StatementDocuments {

    private static final String WALLETS =
            "SELECT account_id, currency FROM wallet WHERE account_id IN (:accounts) ORDER BY account_id, currency";

    /** Of the documents of one day the invoices are last, because a credit note has the names of the invoice it refers to. */
    private static final Comparator<InvoiceDocument> BY_DATE = Comparator.<InvoiceDocument, BillingDay>comparing(
                    document -> document.head().dates().issued(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(document -> document.head().kind() == DocumentKind.INVOICE)
            .thenComparing(document -> document.head().number(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private final NamedParameterJdbcTemplate jdbc;
    private final BillingMonth month;
    private final WalletHistory history;

    /** Reads the statements of a month. */
    public StatementDocuments(JdbcTemplate jdbc, BillingMonth month) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.month = month;
        this.history = new WalletHistory(jdbc, month);
    }

    /**
     * Returns the statement of each account.
     *
     * @param documents all documents of the accounts in the month, at least one
     */
    public List<StatementDocument> read(List<InvoiceDocument> documents) {
        Map<BillingAccountId, List<InvoiceDocument>> byAccount = new LinkedHashMap<>();
        for (InvoiceDocument document : documents) {
            byAccount
                    .computeIfAbsent(document.head().account().id(), first -> new ArrayList<>())
                    .add(document);
        }
        BilledAccountPage page = new BilledAccountPage(List.copyOf(wallets(documents)));
        Page read = new Page(
                history.balancesBefore(month.firstDay(), page), history.bills(page), history.movements(page), page);
        return byAccount.values().stream().map(of -> statement(of, read)).toList();
    }

    /** Returns the wallets of the accounts; that of a document of a preview may not exist yet. */
    private Set<BilledAccount> wallets(List<InvoiceDocument> documents) {
        Set<BilledAccount> wallets = new TreeSet<>(Comparator.comparing(BilledAccount::account)
                .thenComparing(wallet -> wallet.currency().getCurrencyCode()));
        List<String> accounts = documents.stream()
                .map(document -> document.head().account().id().value())
                .distinct()
                .toList();
        wallets.addAll(jdbc.query(WALLETS, Map.of("accounts", accounts), (row, n) -> BilledAccountPage.account(row)));
        documents.forEach(document -> wallets.add(new BilledAccount(
                document.head().account().id(), document.head().currency())));
        return wallets;
    }

    /** The figures of a page of accounts. */
    private record Page(
            Map<BilledAccount, WalletBalance> openings,
            Map<BilledAccount, List<DailyBill>> bills,
            Map<BilledAccount, List<WalletMovement>> movements,
            BilledAccountPage wallets) {}

    private static StatementDocument statement(List<InvoiceDocument> documents, Page page) {
        InvoiceDocument newest = newestInForce(documents);
        DocumentHead head = newest.head();
        List<WalletStatement> wallets = page.wallets().accounts().stream()
                .filter(wallet -> wallet.account().equals(head.account().id()))
                .map(wallet -> new WalletStatement(
                        wallet.currency(),
                        page.openings().getOrDefault(wallet, WalletBalance.empty(wallet.currency())),
                        invoices(documents, wallet),
                        page.bills().getOrDefault(wallet, List.of()),
                        page.movements().getOrDefault(wallet, List.of())))
                .toList();
        return new StatementDocument(
                head.account(),
                head.month(),
                head.state() == DocumentState.DRAFT ? head.state() : DocumentState.FINAL,
                head.dates().issued(),
                newest.seller(),
                newest.buyer(),
                wallets);
    }

    /** Returns the document with the names that hold now: those of a void document may be the reason why it is void. */
    private static InvoiceDocument newestInForce(List<InvoiceDocument> documents) {
        return documents.stream()
                .filter(document -> document.head().state() != DocumentState.VOID)
                .max(BY_DATE)
                .orElseGet(() -> documents.get(documents.size() - 1));
    }

    private static List<StatementInvoice> invoices(List<InvoiceDocument> documents, BilledAccount wallet) {
        return documents.stream()
                .filter(document -> document.head().currency().equals(wallet.currency()))
                .map(document -> new StatementInvoice(
                        document.head().kind(),
                        document.head().state(),
                        document.head().number(),
                        inForce(document)))
                .toList();
    }

    /** Returns what a document adds to the month: nothing when it is void, because its successor has the same lines. */
    private static Money inForce(InvoiceDocument document) {
        return document.head().state() == DocumentState.VOID
                ? Money.zero(document.head().currency())
                : document.total();
    }
}
