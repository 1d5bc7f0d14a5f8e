package io.billingcenter.domain.focus;

import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.focus.Charge.InvoicePlace;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the lines of the invoices, rounds each of them, and compares each invoice with its charges. The charges of a line add
 * up to the line, and the lines to what the invoice asks for, or the export is refused.
 */
public final class InvoiceCharges implements ChargeVisitor {

    /** The item of a workspace that makes up a line, with the day of a closed month. */
    private record LineKey(
            ChargeOwner owner, String sku, @Nullable BillingDay correctedDay) {}

    private final BillingMonth month;
    private final Consumer<Charge> charges;
    private final Consumer<InvoiceDetail> details;
    private final Set<String> ids = new HashSet<>();
    private @Nullable ChargeOwner idsOf;
    private @Nullable FocusInvoice invoice;
    private @Nullable LineKey key;
    private @Nullable DetailSum sum;
    private int lines;
    private BigDecimal billed = BigDecimal.ZERO;

    /**
     * Creates the charges of a month.
     *
     * @param charges takes the charges in their order
     * @param details takes the lines of the invoices in their order
     */
    public InvoiceCharges(BillingMonth month, Consumer<Charge> charges, Consumer<InvoiceDetail> details) {
        this.month = month;
        this.charges = charges;
        this.details = details;
    }

    @Override
    public void beginAccount(@Nullable FocusInvoice ofAccount) {
        begin(ofAccount);
    }

    private void begin(@Nullable FocusInvoice document) {
        invoice = document;
        lines = 0;
        billed = BigDecimal.ZERO;
        key = null;
        sum = null;
    }

    @Override
    public void line(PostedLine line) {
        boolean isVendor = line.key().settlement().isVendor();
        BillingDay day = line.key().billingDay();
        LineKey of = new LineKey(line.key().owner(), line.item().sku().id(), isOfMonth(day) ? null : day);
        if (isVendor) {
            endLine();
            ChargeSplit.of(line, month, InvoicePlace.NONE).charges().forEach(this::accept);
            return;
        }
        if (sum == null || !of.equals(key)) {
            endLine();
            key = of;
            sum = beginLine(of.owner(), line.item().category(), of.sku(), of.correctedDay());
        }
        DetailSum detail = Objects.requireNonNull(sum);
        ChargeSplit.Result split = ChargeSplit.of(line, month, detail.place());
        split.charges().forEach(charge -> {
            detail.add(charge);
            accept(charge);
        });
        detail.addRounding(split.rounding(), line);
    }

    private boolean isOfMonth(BillingDay day) {
        return !day.isBefore(month.firstDay());
    }

    private DetailSum beginLine(
            ChargeOwner owner, ChargeCategory category, @Nullable String sku, @Nullable BillingDay correctedDay) {
        if (invoice == null) {
            throw SetRefusedException.unbalanced("Expected an invoice of " + month + " for account " + owner.accountId()
                    + " in " + owner.currency() + ", whose postings it has, found none; close the month again");
        }
        lines++;
        return new DetailSum(invoice, lines, owner, category, sku, correctedDay);
    }

    private void endLine() {
        if (sum == null) {
            return;
        }
        DetailSum ended = sum;
        ended.rounding().ifPresent(charge -> {
            ended.add(charge);
            accept(charge);
        });
        details.accept(ended.detail());
        billed = billed.add(ended.billed());
        sum = null;
        key = null;
    }

    @Override
    public void endInvoice() {
        endLine();
        FocusInvoice ended = invoice;
        if (ended != null && ended.payable().compareTo(billed) != 0) {
            throw SetRefusedException.unbalanced("Expected the charges of " + ended.number() + " to bill "
                    + Cells.decimal(ended.payable()) + " " + ended.currency()
                    + ", what it asks for after vouchers, cards and cloud accounts, found " + Cells.decimal(billed)
                    + "; run \"billing verify\"");
        }
        begin(null);
    }

    @Override
    public void beginCreditNote(FocusInvoice creditNote) {
        begin(creditNote);
    }

    @Override
    public void credit(CreditedLine line) {
        endLine();
        sum = line.isVendor() ? null : beginLine(line.owner(), ChargeCategory.CREDIT, line.item(), line.billingDay());
        InvoicePlace place = sum == null ? InvoicePlace.NONE : sum.place();
        Charge charge = AccountCharges.credited(line, place);
        if (sum != null) {
            sum.add(charge);
        }
        accept(charge);
    }

    @Override
    public void charge(Charge charge) {
        accept(charge);
    }

    /** Ids begin with the account and workspace, or name the document, so that only those of one owner can be equal. */
    private void accept(Charge charge) {
        if (!charge.owner().equals(idsOf)) {
            ids.clear();
            idsOf = charge.owner();
        }
        if (!ids.add(charge.id())) {
            throw SetRefusedException.unbalanced(
                    "Expected one charge for each id, found two with x_ChargeId " + charge.id() + " in " + month);
        }
        charges.accept(charge);
    }
}
