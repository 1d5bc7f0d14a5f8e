package io.billingcenter.readers.tables.focus;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.billing.BillItem;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.focus.Charge;
import io.billingcenter.domain.focus.ChargeCategory;
import io.billingcenter.domain.focus.ChargeFrequency;
import io.billingcenter.domain.focus.ChargeSku;
import io.billingcenter.domain.focus.PostedLine;
import io.billingcenter.domain.pricing.PackageRules;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the lines of a page out of their postings, ratings and payments. */
final class PageLines {

    private final ReferenceNames names;
    private final LineRatings ratings;
    private final UnitsRule unitsRule;

    /**
     * Takes what belongs to the page.
     *
     * @param unitsRule by which a quantity becomes units
     */
    PageLines(ReferenceNames names, LineRatings ratings, UnitsRule unitsRule) {
        this.names = names;
        this.ratings = ratings;
        this.unitsRule = unitsRule;
    }

    /**
     * Returns a line.
     *
     * @param ofMonth its postings of the month, oldest first, without credits; at least one
     * @param earlier its postings before the month, oldest first
     * @param paid the payments of its postings of the month
     */
    PostedLine line(LineRef ref, List<LinePosting> ofMonth, List<LinePosting> earlier, PostedLine.Payment paid) {
        PostedLine.Item item = item(ref, earlier.isEmpty() ? ofMonth : earlier);
        BigDecimal before = quantity(earlier);
        BigDecimal amount = ofMonth.stream().map(LinePosting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        PostedLine.Key key = new PostedLine.Key(
                names.owner(ref.account(), ref.currency(), ref.workspace()),
                method(ref),
                ref.settlement().equals(SettlementMethod.WALLET.code()) ? null : names.vendorAccount(ref),
                ref.agreement(),
                new BillingDay(ref.billingDay()));
        LinePosting last = ofMonth.get(ofMonth.size() - 1);
        return new PostedLine(
                key,
                item,
                earlier.isEmpty() ? null : before(ref, item, earlier),
                state(ref, item, last, before.add(quantity(ofMonth))),
                amount,
                paid);
    }

    private static SettlementMethod method(LineRef ref) {
        return SettlementMethod.ofCode(ref.settlement())
                .orElseThrow(() -> new IllegalStateException(
                        "Expected a settlement method in the database, found '" + ref.settlement() + "'"));
    }

    private PostedLine.Before before(LineRef ref, PostedLine.Item item, List<LinePosting> earlier) {
        LinePosting last = earlier.get(earlier.size() - 1);
        return new PostedLine.Before(
                state(ref, item, last, quantity(earlier)),
                new BillingDay(earlier.get(0).postedDay()).month(),
                new BillingDay(last.postedDay()).month());
    }

    private PostedLine.State state(LineRef ref, PostedLine.Item item, LinePosting last, BigDecimal quantity) {
        BigDecimal price = last.prices().unitPrice();
        MeterTier tier = tier(ref);
        BigDecimal covered = tier == null || !ref.agreement().isEmpty()
                ? BigDecimal.ZERO
                : ratings.covered(ref, tier, last.rating());
        return new PostedLine.State(
                quantity, item.sku().units(quantity, unitsRule), listPrice(ref, tier, item, last), price, covered);
    }

    /** Returns the list price; where no book has one, the agreed price takes its place. */
    private BigDecimal listPrice(LineRef ref, @Nullable MeterTier tier, PostedLine.Item item, LinePosting last) {
        BigDecimal agreed = last.prices().unitPrice();
        if (tier == null) {
            return agreed;
        }
        if (!ref.agreement().isEmpty()) {
            return item.sku().isPack() ? PackageRules.packPrice(tier.meter()) : agreed;
        }
        BigDecimal listed = ratings.listPrice(ref, tier, last.rating());
        return listed == null ? agreed : listed;
    }

    private PostedLine.Item item(LineRef ref, List<LinePosting> oldest) {
        BillingDay day = new BillingDay(ref.billingDay());
        MeterTier tier = tier(ref);
        if (ref.agreement().isEmpty() && tier != null) {
            return new PostedLine.Item(
                    ChargeSku.usage(tier), ChargeCategory.USAGE, ChargeFrequency.USAGE_BASED, Charge.Span.of(day));
        }
        PostingKind kind = oldest.stream()
                .map(LinePosting::kind)
                .filter(code -> !code.equals(LinePosting.ADJUSTMENT))
                .findFirst()
                .flatMap(PostingKind::ofCode)
                .orElse(PostingKind.ADJUSTMENT);
        Meter meter = tier == null ? null : tier.meter();
        ChargeSku sku = ChargeSku.fee(new BillItem(kind, meter, names.packageKind(ref.agreement())), tier);
        return new PostedLine.Item(sku, ChargeCategory.PURCHASE, frequency(kind), span(kind, day));
    }

    private static ChargeFrequency frequency(PostingKind kind) {
        return switch (kind) {
            case PACK, SUBSCRIPTION, MAINTENANCE -> ChargeFrequency.RECURRING;
            default -> ChargeFrequency.ONE_TIME;
        };
    }

    /** The time that a fee pays for: a year, or the day. */
    private static Charge.Span span(PostingKind kind, BillingDay day) {
        return switch (kind) {
            case PACKAGE, SUBSCRIPTION, MAINTENANCE -> new Charge.Span(day, day, day.plusYears(1));
            default -> Charge.Span.of(day);
        };
    }

    private static @Nullable MeterTier tier(LineRef ref) {
        if (ref.meter().isEmpty()) {
            return null;
        }
        Meter meter = Meter.ofCode(ref.meter())
                .orElseThrow(() -> new IllegalStateException(
                        "Expected the code of a meter in the database, found '" + ref.meter() + "'"));
        return new MeterTier(meter, ref.retentionDays());
    }

    private static BigDecimal quantity(List<LinePosting> postings) {
        return postings.stream().map(LinePosting::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
