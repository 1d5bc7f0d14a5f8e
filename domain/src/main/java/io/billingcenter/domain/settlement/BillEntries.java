package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The entries that settle one bill, line by line, and the ledger legs that they add up to. */
final class BillEntries {

    /**
     * A leg of the ledger request.
     *
     * @param source posted day of the bill whose payment is refunded or cleared; null if there is none
     */
    private record Leg(
            boolean paying,
            LedgerAccount ledgerAccount,
            String instrument,
            @Nullable BillingDay source) {}

    /** A part of a line. {@code source} is the payment that the part refunds; null if it refunds none. */
    private record Part(
            BillLine line, Leg leg, Money paid, @Nullable LineSource source) {}

    private final BillKey bill;
    private final Money zero;
    private final Map<Leg, Money> legs = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();

    BillEntries(BillKey bill, Money zero) {
        this.bill = bill;
        this.zero = zero;
    }

    /** Pays an amount of a line from an instrument, from cash or by the cloud account. */
    void pay(BillLine line, LedgerAccount ledgerAccount, String instrument, Money amount) {
        add(new Part(line, new Leg(true, ledgerAccount, instrument, null), amount, null));
    }

    /** Refunds an amount of a line to an earlier payment, or reduces the debt recorded for the line. */
    void refund(BillLine line, LineSource source, Money amount) {
        Leg leg = new Leg(
                false,
                source.ledgerAccount(),
                source.instrument(),
                source.bill().postedDay());
        add(new Part(line, leg, amount.negated(), source));
    }

    /** Refunds an amount of a line for which no payment is known. */
    void credit(BillLine line, LedgerAccount ledgerAccount, String instrument, Money amount) {
        add(new Part(line, new Leg(false, ledgerAccount, instrument, null), amount.negated(), null));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    private void add(Part part) {
        legs.merge(part.leg(), part.paid(), Money::plus);
        parts.add(part);
    }

    /** Returns the payment of each share that the lines belong to. */
    Map<ShareKey, PaymentParts> shares(List<BillLine> lines) {
        Map<ShareKey, PaymentParts> shares = new TreeMap<>();
        PaymentParts nothing = PaymentParts.nothing(zero.currency());
        lines.forEach(line -> shares.put(line.key().share(), nothing));
        for (Part part : parts) {
            PaymentParts more = nothing.plus(PaymentSource.of(part.leg().ledgerAccount()), part.paid());
            shares.merge(part.line().key().share(), more, PaymentParts::plus);
        }
        return shares;
    }

    /** Returns the amounts to be charged to cloud accounts, net of refunds. */
    List<MarketplaceRecord> marketplace(int settlement) {
        record Place(ShareKey workspace, String vendorAccount) {}
        Map<Place, Money> amounts = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.leg().ledgerAccount() == LedgerAccount.VENDOR) {
                ShareKey workspace = new ShareKey(part.line().key().workspace(), true);
                amounts.merge(new Place(workspace, part.leg().instrument()), part.paid(), Money::plus);
            }
        }
        List<MarketplaceRecord> records = new ArrayList<>();
        amounts.forEach((place, amount) -> {
            if (!amount.isZero()) {
                records.add(new MarketplaceRecord(
                        bill, place.workspace().workspace(), place.vendorAccount(), amount, settlement));
            }
        });
        return records;
    }

    /** Records the legs in the ledger, and for every line the legs that paid it. */
    void book(Ledger.Request request, PaidLines paidLines, LinePayments payments) {
        Map<Leg, Long> numbers = new HashMap<>();
        Money total = zero;
        for (Map.Entry<Leg, Money> leg : legs.entrySet()) {
            Leg key = leg.getKey();
            Money amount = leg.getValue();
            numbers.put(key, request.leg(key.ledgerAccount(), key.instrument(), amount.negated(), key.source()));
            total = total.plus(amount);
        }
        // The counterpart makes the legs of the request add up to zero.
        request.leg(LedgerAccount.BILLED, "", total);
        request.close();
        for (Part part : parts) {
            // Every part belongs to a leg recorded above and shares the number of its ledger entry.
            long number = numbers.getOrDefault(part.leg(), 0L);
            boolean paying = part.paid().isPositive();
            LineSource source = new LineSource(
                    bill,
                    part.line().key(),
                    number,
                    part.leg().ledgerAccount(),
                    part.leg().instrument(),
                    paying ? part.paid() : zero);
            payments.paid(source, part.paid());
            if (paying) {
                paidLines.add(source);
            }
            if (part.source() != null) {
                payments.reduced(part.source(), number, part.paid().negated());
            }
        }
    }
}
