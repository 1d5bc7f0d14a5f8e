package io.billingcenter.writers.files.document;

import io.billingcenter.domain.document.DocumentState;
import io.billingcenter.domain.document.StatementDocument;
import io.billingcenter.domain.document.StatementDocument.DailyBill;
import io.billingcenter.domain.document.StatementDocument.StatementInvoice;
import io.billingcenter.domain.document.StatementDocument.WalletMovement;
import io.billingcenter.domain.document.StatementDocument.WalletStatement;
import io.billingcenter.domain.document.WalletBalance;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.writers.files.document.DocumentWords.Fact;
import java.util.ArrayList;
import java.util.List;

/** The texts that the template {@code statement.html} prints. Public, because templates call it. */
public final class StatementPage {

    private final StatementDocument document;
    private final DocumentWords words;

    /** A row of a table: its head cells and its amounts. */
    public record Row(List<String> heads, List<String> amounts) {

        /** Copies the cells. */
        public Row {
            heads = List.copyOf(heads);
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * A table with a row of captions, rows, and a last row.
     *
     * @param empty text instead of rows; empty when there are rows
     */
    public record Grid(String title, Row captions, List<Row> rows, List<Row> sums, String empty) {

        /** Copies the rows. */
        public Grid {
            rows = List.copyOf(rows);
            sums = List.copyOf(sums);
        }
    }

    /** The tables of a wallet. */
    public record Wallet(String currency, List<Grid> grids) {

        /** Copies the tables. */
        public Wallet {
            grids = List.copyOf(grids);
        }
    }

    StatementPage(StatementDocument document, DocumentWords words) {
        this.document = document;
        this.words = words;
    }

    /** Returns the title. */
    public String title() {
        return words.of("statement");
    }

    /** Returns the title with month and account, in one line. */
    public String name() {
        return title() + " " + document.month() + ", " + document.account().id();
    }

    /** Returns the mark across each page; empty for a final statement. */
    public String mark() {
        return document.state() == DocumentState.FINAL
                ? ""
                : words.of(document.state().code() + ".mark");
    }

    /** Returns a note on a statement that is not final; empty for one that is. */
    public String note() {
        return document.state() == DocumentState.FINAL
                ? ""
                : words.of(document.state().code() + ".note");
    }

    /** Returns the name of the seller. */
    public String seller() {
        return document.seller().name();
    }

    /** Returns what else is known of the seller. */
    public List<Fact> sellerFacts() {
        return words.facts(document.seller());
    }

    /** Returns the name of the buyer. */
    public String buyer() {
        return DocumentWords.buyer(document.buyer(), document.account());
    }

    /** Returns what else is known of the buyer. */
    public List<Fact> buyerFacts() {
        return words.facts(document.buyer());
    }

    /** Returns date, period and account. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        DocumentWords.add(facts, words.of("issued"), document.issued());
        DocumentWords.add(facts, words.of("period"), words.period(document.month()));
        DocumentWords.add(facts, words.of("account"), document.account().id());
        return facts;
    }

    /** Returns the wallets, each with its tables. */
    public List<Wallet> wallets() {
        return document.wallets().stream()
                .map(wallet -> new Wallet(
                        wallet.currency().getCurrencyCode(),
                        List.of(documents(wallet), bills(wallet), movements(wallet))))
                .toList();
    }

    private Grid documents(WalletStatement wallet) {
        List<Row> rows = new ArrayList<>();
        for (StatementInvoice invoice : wallet.invoices()) {
            String number = invoice.number() == null ? "" : invoice.number();
            String kind = words.of(invoice.kind().code());
            rows.add(new Row(
                    List.of(
                            number,
                            invoice.state() == DocumentState.FINAL
                                    ? kind
                                    : kind + ", " + words.of(invoice.state().code() + ".mark")),
                    List.of(DocumentWords.money(invoice.total()))));
        }
        return new Grid(
                words.of("documents"),
                new Row(List.of(words.of("number"), words.of("item")), List.of(words.of("amount"))),
                rows,
                List.of(),
                rows.isEmpty() ? words.of("documents.none") : "");
    }

    private Grid bills(WalletStatement wallet) {
        List<Row> rows = new ArrayList<>();
        for (DailyBill bill : wallet.bills()) {
            rows.add(new Row(List.of(bill.day().toString()), amounts(bill.payment())));
        }
        Row captions = new Row(
                List.of(words.of("day")),
                List.of(
                        words.of("amount"),
                        words.of("paid.voucher"),
                        words.of("paid.prepaid_card"),
                        words.of("paid.cash"),
                        words.of("paid.cloud"),
                        words.of("paid.owed")));
        List<Row> sums =
                rows.isEmpty() ? List.of() : List.of(new Row(List.of(words.of("total")), amounts(wallet.billed())));
        return new Grid(words.of("bills"), captions, rows, sums, rows.isEmpty() ? words.of("bills.none") : "");
    }

    private static List<String> amounts(PaymentParts paid) {
        return List.of(
                DocumentWords.money(paid.total()),
                DocumentWords.money(paid.voucher()),
                DocumentWords.money(paid.prepaidCard()),
                DocumentWords.money(paid.cash()),
                DocumentWords.money(paid.cloud()),
                DocumentWords.money(paid.owed()));
    }

    private Grid movements(WalletStatement wallet) {
        List<Row> rows = new ArrayList<>();
        BillingDay last = document.month().endExclusive().minusDays(1);
        rows.add(row("", words.of("opening"), wallet.opening(), wallet.opening()));
        WalletBalance balance = wallet.opening();
        for (WalletMovement movement : wallet.movements()) {
            balance = balance.plus(movement.change());
            rows.add(row(
                    movement.day().toString(),
                    words.of("movement." + movement.type().code()),
                    movement.change(),
                    balance));
        }
        Row captions = new Row(
                List.of(words.of("day"), words.of("movement")),
                List.of(
                        words.of("balance.voucher"),
                        words.of("balance.prepaid_card"),
                        words.of("balance.cash"),
                        words.of("balance.arrears"),
                        words.of("balance.total")));
        return new Grid(
                words.of("movements"),
                captions,
                rows,
                List.of(row("", words.of("closing", last), wallet.closing(), wallet.closing())),
                "");
    }

    private static Row row(String day, String text, WalletBalance change, WalletBalance balance) {
        return new Row(
                List.of(day, text),
                List.of(
                        DocumentWords.money(change.voucher()),
                        DocumentWords.money(change.prepaidCard()),
                        DocumentWords.money(change.cash()),
                        DocumentWords.money(change.arrears()),
                        DocumentWords.money(balance.total())));
    }
}
