package io.billingcenter.writers.files.document;

import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.document.AdjustmentLine;
import io.billingcenter.domain.document.DocumentHead;
import io.billingcenter.domain.document.DocumentState;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.MeterLine;
import io.billingcenter.domain.document.WorkspaceSection;
import io.billingcenter.domain.document.WorkspaceSection.MeterGroup;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.writers.files.document.DocumentWords.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The texts that the template {@code invoice.html} prints. Public, because templates call it. */
public final class InvoicePage {

    private final InvoiceDocument document;
    private final DocumentHead head;
    private final DocumentWords words;

    /**
     * A row of a table of amounts.
     *
     * @param style CSS class: {@code line}, or {@code sum} for a subtotal
     */
    public record Row(String style, String item, String quantity, String unit, String price, String amount) {}

    /** The rows of a workspace. */
    public record Section(String name, List<Row> rows, String subtotal) {

        /** Copies the rows. */
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /** A row of the table of adjustments. */
    public record Adjustment(String day, String workspace, String item, String quantity, String unit, String amount) {}

    InvoicePage(InvoiceDocument document, DocumentWords words) {
        this.document = document;
        this.head = document.head();
        this.words = words;
    }

    /** Returns the name of the kind of document. */
    public String title() {
        return words.of(head.kind().code());
    }

    /** Returns the title and number in one line. */
    public String name() {
        return head.number() == null ? title() : title() + " " + head.number();
    }

    /** Returns the mark across each page; empty for a final document. */
    public String mark() {
        return head.state() == DocumentState.FINAL ? "" : words.of(head.state().code() + ".mark");
    }

    /** Returns a note on a document that is not final; empty for one that is. */
    public String note() {
        String successor = head.correction().replacedBy();
        if (head.state() == DocumentState.VOID && successor != null) {
            return words.of("void.replaced", successor);
        }
        return head.state() == DocumentState.FINAL ? "" : words.of(head.state().code() + ".note");
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
        return DocumentWords.buyer(document.buyer(), head.account());
    }

    /** Returns what else is known of the buyer. */
    public List<Fact> buyerFacts() {
        return words.facts(document.buyer());
    }

    /** Returns number, dates and account. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        DocumentWords.add(facts, words.of("number"), head.number());
        DocumentWords.add(facts, words.of("refers.to"), head.refersTo());
        DocumentWords.add(facts, words.of("replaced.by"), head.correction().replacedBy());
        DocumentWords.add(facts, words.of("issued"), head.dates().issued());
        if (!isCredit()) {
            DocumentWords.add(facts, words.of("due"), head.dates().due());
        }
        DocumentWords.add(facts, words.of("period"), words.period(head.month()));
        DocumentWords.add(facts, words.of("account"), account());
        DocumentWords.add(facts, words.of("currency"), head.currency().getCurrencyCode());
        DocumentWords.add(facts, words.of("reason"), head.correction().reason());
        return facts;
    }

    private String account() {
        String id = head.account().id().value();
        String name = head.account().name();
        return name.isEmpty() || name.equals(buyer()) ? id : name + " (" + id + ")";
    }

    /** Returns the total with its currency. */
    public String total() {
        return DocumentWords.moneyWithCurrency(document.total());
    }

    /** Returns the caption of the amount that is due or credited. */
    public String dueTitle() {
        return words.of(isCredit() ? "credited.amount" : "due.amount");
    }

    /** Returns what is owed, nothing on a void document, or what a credit note gives back; with its currency. */
    public String due() {
        if (head.state() == DocumentState.VOID) {
            return DocumentWords.moneyWithCurrency(Money.zero(head.currency()));
        }
        return DocumentWords.moneyWithCurrency(
                isCredit() ? document.total().negated() : document.payment().owed());
    }

    /** Returns the chart of the days. */
    public DayChart chart() {
        return DayChart.of(document.days());
    }

    /** Returns whether an amount was posted on any day. */
    public boolean hasChart() {
        return document.days().stream().anyMatch(day -> !day.amount().isZero());
    }

    /** Returns the usage and fees by workspace. */
    public List<Section> sections() {
        return document.sections().stream().map(this::section).toList();
    }

    private Section section(WorkspaceSection section) {
        List<Row> rows = new ArrayList<>();
        for (MeterGroup group : section.meters()) {
            group.lines().forEach(line -> rows.add(row(line)));
            if (group.hasSeveralLines()) {
                String meter = words.item(PostingKind.USAGE, flat(group.lines().get(0)));
                rows.add(new Row(
                        "sum", words.of("subtotal.of", meter), "", "", "", DocumentWords.money(group.subtotal())));
            }
        }
        return new Section(
                words.workspace(section.name(), section.workspace()), rows, DocumentWords.money(section.subtotal()));
    }

    private static MeterTier flat(MeterLine line) {
        return MeterTier.flat(Objects.requireNonNull(line.tier(), "lines of a group have a meter")
                .meter());
    }

    private Row row(MeterLine line) {
        return new Row(
                "line",
                words.item(line.kind(), line.tier()),
                DocumentWords.quantity(line.bundles()),
                words.unit(line.tier()),
                line.unitPrice() == null ? "" : DocumentWords.price(line.unitPrice()),
                DocumentWords.money(line.amount()));
    }

    /** Returns the heading of the adjustments. */
    public String adjustmentsTitle() {
        return words.of(isCredit() ? "adjustments.credited" : "adjustments");
    }

    /** Returns the adjustments by day. */
    public List<Adjustment> adjustments() {
        return document.adjustments().stream().map(this::adjustment).toList();
    }

    private Adjustment adjustment(AdjustmentLine line) {
        return new Adjustment(
                line.day() == null ? "" : line.day().toString(),
                words.workspace(line.name(), line.workspace()),
                words.item(isCredit() ? PostingKind.USAGE : PostingKind.ADJUSTMENT, line.tier()),
                line.hasQuantity() ? DocumentWords.quantity(line.bundles()) : "",
                line.hasQuantity() ? words.unit(line.tier()) : "",
                DocumentWords.money(line.amount()));
    }

    /** Returns the caption of the sum of the adjustments. */
    public String adjustedTitle() {
        return words.of(isCredit() ? "credited.total" : "adjustments.total");
    }

    /** Returns the sum of the adjustments. */
    public String adjusted() {
        return DocumentWords.money(document.adjusted());
    }

    private boolean isCredit() {
        return head.kind() == DocumentKind.CREDIT_NOTE;
    }

    /** Returns the sources that paid, without those that paid nothing. */
    public List<Fact> payments() {
        PaymentParts paid = document.payment();
        List<Fact> facts = new ArrayList<>();
        addMoney(facts, "paid.voucher", paid.voucher());
        addMoney(facts, "paid.prepaid_card", paid.prepaidCard());
        addMoney(facts, "paid.cash", paid.cash());
        addMoney(facts, "paid.cloud", paid.cloud());
        addMoney(facts, "paid.owed", paid.owed());
        return facts;
    }

    private void addMoney(List<Fact> facts, String key, Money amount) {
        if (!amount.isZero()) {
            facts.add(new Fact(words.of(key), DocumentWords.money(amount)));
        }
    }

    /** Returns the heading of the balance. */
    public String balanceTitle() {
        return words.of("balance", head.month().endExclusive().minusDays(1));
    }

    /** Returns the balance of the wallet by side, and its sum last. */
    public List<Fact> balance() {
        return List.of(
                new Fact(
                        words.of("balance.voucher"),
                        DocumentWords.money(document.balance().voucher())),
                new Fact(
                        words.of("balance.prepaid_card"),
                        DocumentWords.money(document.balance().prepaidCard())),
                new Fact(
                        words.of("balance.cash"),
                        DocumentWords.money(document.balance().cash())),
                new Fact(
                        words.of("balance.arrears"),
                        DocumentWords.money(document.balance().arrears())),
                new Fact(
                        words.of("balance.total"),
                        DocumentWords.money(document.balance().total())));
    }

    /** Returns how to pay what is owed; empty when nothing is owed or the bank of the seller is not known. */
    public String payTo() {
        Money owed = document.payment().owed();
        String bank = document.seller().bank();
        if (!owed.isPositive() || bank.isEmpty() || head.state() != DocumentState.FINAL) {
            return "";
        }
        BillingDay due = head.dates().due();
        return due == null
                ? words.ofAll("pay", DocumentWords.moneyWithCurrency(owed), "", bank)
                : words.ofAll("pay.to", DocumentWords.moneyWithCurrency(owed), due, bank);
    }
}
