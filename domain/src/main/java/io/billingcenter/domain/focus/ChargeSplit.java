package io.billingcenter.domain.focus;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.focus.Charge.Costs;
import io.billingcenter.domain.focus.Charge.InvoicePlace;
import io.billingcenter.domain.focus.Charge.Kind;
import io.billingcenter.domain.focus.Charge.Origin;
import io.billingcenter.domain.time.BillingMonth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits a line into charges: what was used or bought, what a package covered of it, the part that a prepaid card paid, and what
 * vouchers took off. A change of a line of a month that was closed before is taken back and restated.
 *
 * <p>The charges of a line bill what cash has to pay, except for the rounding, which is collected for the invoice line.
 */
public final class ChargeSplit {

    private static final int QUANTITY_SCALE = 12;
    private static final String SEPARATOR = "/";

    private final PostedLine line;
    private final BillingMonth month;
    private final InvoicePlace place;
    private final String baseId;
    private final List<Charge> charges = new ArrayList<>();
    private BigDecimal rounding = BigDecimal.ZERO;

    private ChargeSplit(PostedLine line, BillingMonth month, InvoicePlace place) {
        this.line = line;
        this.month = month;
        this.place = line.key().settlement().isVendor() ? InvoicePlace.NONE : place;
        this.baseId = baseId(line);
    }

    /**
     * The charges of a line.
     *
     * @param rounding amount by which the posted amount exceeds what the charges bill before vouchers and cards
     */
    public record Result(List<Charge> charges, BigDecimal rounding) {}

    /**
     * Splits a line.
     *
     * @param month in which the amount was posted
     * @param place the invoice line; a line that a cloud vendor asks for stands on none
     */
    public static Result of(PostedLine line, BillingMonth month, InvoicePlace place) {
        ChargeSplit split = new ChargeSplit(line, month, place);
        split.addItem();
        split.addCovered();
        split.addCoupons();
        return new Result(List.copyOf(split.charges), split.rounding);
    }

    private static String baseId(PostedLine line) {
        PostedLine.Key key = line.key();
        String workspace = key.owner().workspaceId();
        StringBuilder id = new StringBuilder(key.billingDay().toString())
                .append(SEPARATOR)
                .append(key.owner().accountId())
                .append(SEPARATOR)
                .append(key.owner().currency())
                .append(SEPARATOR)
                .append(workspace == null ? "" : workspace)
                .append(SEPARATOR)
                .append(line.item().sku().priceId());
        if (!key.agreement().isEmpty()) {
            id.append(SEPARATOR).append(key.agreement());
        }
        if (key.settlement().isVendor()) {
            id.append(SEPARATOR).append(key.settlement().code());
        }
        return id.toString();
    }

    private void addItem() {
        PostedLine.Before before = line.before();
        if (before != null) {
            addCorrection(before);
        } else if (isVendor()) {
            addVendorItem();
        } else if (line.paid().cards().isEmpty()) {
            addWhole();
        } else {
            addByCards();
        }
    }

    private void addWhole() {
        BigDecimal cost = line.after().cost();
        rounding = line.amount().subtract(cost);
        add(baseId, price(line.after()), cost, cost, origin(null, null, null));
    }

    /** The invoice of the vendor has the amount less vouchers and cards, so it is billed here with nothing. */
    private void addVendorItem() {
        BigDecimal effective = line.amount().subtract(line.paid().couponAmount());
        add(baseId, price(line.after()), BigDecimal.ZERO, effective, vendorOrigin(null));
    }

    /** Rows of cards carry the cents of what was paid; quantities are divided by the price. */
    private void addByCards() {
        BigDecimal units = line.after().units();
        BigDecimal left = line.amount().subtract(line.paid().cardAmount());
        int rows = line.paid().cards().size() + (left.signum() == 0 ? 0 : 1);
        BigDecimal unitsLeft = units;
        int row = 0;
        for (Map.Entry<String, BigDecimal> card : line.paid().cards().entrySet()) {
            row++;
            BigDecimal part = row == rows ? unitsLeft : unitsOf(card.getValue(), unitsLeft);
            unitsLeft = unitsLeft.subtract(part);
            add(
                    row == 1 ? baseId : baseId + SEPARATOR + row,
                    price(line.after(), part, row == rows),
                    BigDecimal.ZERO,
                    card.getValue(),
                    origin(null, card.getKey(), card.getValue()));
        }
        if (left.signum() != 0) {
            add(baseId + SEPARATOR + rows, price(line.after(), unitsLeft, true), left, left, origin(null, null, null));
        }
    }

    private BigDecimal unitsOf(BigDecimal amount, BigDecimal most) {
        BigDecimal price = line.after().price();
        return price.signum() == 0
                ? BigDecimal.ZERO
                : amount.divide(price, QUANTITY_SCALE, RoundingMode.HALF_UP).min(most);
    }

    private void addCorrection(PostedLine.Before before) {
        BigDecimal taken = before.state().cost();
        BigDecimal restated = line.after().cost();
        BigDecimal change = restated.subtract(taken);
        String corrects = before.last().equals(before.first())
                ? baseId
                : baseId + SEPARATOR + before.last() + SEPARATOR + "restated";
        String id = baseId + SEPARATOR + month + SEPARATOR;
        ChargePrice back = price(before.state()).negated();
        if (isVendor()) {
            add(id + "taken-back", back, BigDecimal.ZERO, taken.negate(), origin(corrects, null, null));
            BigDecimal effective = restated.add(line.amount())
                    .subtract(change)
                    .subtract(line.paid().couponAmount());
            add(id + "restated", price(line.after()), BigDecimal.ZERO, effective, vendorOrigin(corrects));
            return;
        }
        add(id + "taken-back", back, taken.negate(), taken.negate(), origin(corrects, null, null));
        BigDecimal byCard = line.paid().cardAmount();
        if (byCard.signum() == 0) {
            rounding = line.amount().subtract(change);
            add(id + "restated", price(line.after()), restated, restated, origin(corrects, null, null));
        } else {
            BigDecimal effective = restated.add(line.amount()).subtract(change);
            Origin origin = origin(corrects, line.paid().cards().firstKey(), byCard);
            add(id + "restated", price(line.after()), effective.subtract(byCard), effective, origin);
        }
    }

    private void addCovered() {
        BigDecimal covered = line.after().covered();
        if (covered.signum() == 0 || line.before() != null) {
            return;
        }
        PostedLine.State after = line.after();
        ChargeSku sku = line.item().sku();
        ChargePrice free = new ChargePrice(sku, covered, sku.exactUnits(covered), after.listPrice(), BigDecimal.ZERO);
        add(baseId + SEPARATOR + "covered", free, BigDecimal.ZERO, BigDecimal.ZERO, origin(null, null, null));
    }

    /** Vouchers of a line that a vendor asks for are taken off there. */
    private void addCoupons() {
        if (isVendor()) {
            return;
        }
        String ofMonth = line.before() == null ? "" : SEPARATOR + month;
        line.paid().coupons().forEach((voucher, paid) -> {
            Kind kind = new Kind(
                    ChargeCategory.CREDIT, line.before() != null, ChargeFrequency.ONE_TIME, "Voucher " + voucher);
            charges.add(new Charge(
                    baseId + ofMonth + SEPARATOR + "voucher" + SEPARATOR + voucher,
                    line.key().owner(),
                    kind,
                    Charge.Span.of(line.key().billingDay()),
                    null,
                    Costs.of(paid.negate()),
                    place,
                    new Origin(null, null, null, null, null, paid.negate(), null)));
        });
    }

    private void add(String id, ChargePrice price, BigDecimal billed, BigDecimal effective, Origin origin) {
        PostedLine.Item item = line.item();
        Kind kind = new Kind(
                item.category(),
                line.before() != null,
                item.frequency(),
                item.sku().words());
        Costs costs = new Costs(billed, effective, price.listCost(), price.cost());
        charges.add(new Charge(id, line.key().owner(), kind, item.span(), price, costs, place, origin));
    }

    private ChargePrice price(PostedLine.State state) {
        return price(state, state.units(), state.quantity());
    }

    /** The last part has what the others have left of the measured quantity, so that the parts add up to it. */
    private ChargePrice price(PostedLine.State state, BigDecimal units, boolean isLast) {
        BigDecimal size = BigDecimal.valueOf(line.item().sku().size());
        BigDecimal others = state.units().subtract(units).multiply(size);
        BigDecimal measured = isLast ? state.quantity().subtract(others) : units.multiply(size);
        return price(state, units, measured);
    }

    private ChargePrice price(PostedLine.State state, BigDecimal units, BigDecimal measured) {
        boolean isUsed = line.item().category() == ChargeCategory.USAGE;
        return new ChargePrice(line.item().sku(), isUsed ? measured : null, units, state.listPrice(), state.price());
    }

    private Origin origin(@Nullable String corrects, @Nullable String card, @Nullable BigDecimal cardAmount) {
        return new Origin(channel(), line.key().vendorAccount(), corrects, card, cardAmount, null, null);
    }

    private Origin vendorOrigin(@Nullable String corrects) {
        PostedLine.Payment paid = line.paid();
        BigDecimal coupons = paid.couponAmount();
        return new Origin(
                channel(),
                line.key().vendorAccount(),
                corrects,
                paid.cards().isEmpty() ? null : paid.cards().firstKey(),
                paid.cards().isEmpty() ? null : paid.cardAmount(),
                coupons.signum() == 0 ? null : coupons.negate(),
                paid.cloud());
    }

    private boolean isVendor() {
        return line.key().settlement().isVendor();
    }

    private @Nullable SettlementMethod channel() {
        return isVendor() ? line.key().settlement() : null;
    }
}
