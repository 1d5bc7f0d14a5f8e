package io.billingcenter.writers.files.explain;

import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.explain.BillExplanation;
import io.billingcenter.domain.explain.DayExplanation;
import io.billingcenter.domain.explain.Explanation;
import io.billingcenter.domain.explain.InvoiceExplanation;
import io.billingcenter.domain.explain.LinesExplanation;
import io.billingcenter.domain.explain.PostingExplanation;
import io.billingcenter.domain.explain.PriceOrigin;
import io.billingcenter.domain.explain.RatingExplanation;
import io.billingcenter.domain.explain.ReadingExplanation;
import io.billingcenter.domain.explain.RuleNumbers;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.MeterSource;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts explanations to nodes. */
public final class ExplanationTree {

    private ExplanationTree() {}

    /** Returns the explanation as a tree. */
    public static Node of(Explanation explanation) {
        if (explanation instanceof InvoiceExplanation invoice) {
            return invoice(invoice);
        }
        if (explanation instanceof LinesExplanation lines) {
            return lines(lines);
        }
        return day((DayExplanation) explanation, true);
    }

    private static Node invoice(InvoiceExplanation invoice) {
        InvoiceExplanation.Payment payment = invoice.payment();
        Node node = new Node("invoice", invoice.number())
                .with("account", invoice.account())
                .with("month", invoice.month())
                .with("total", invoice.total())
                .with("state", invoice.state());
        node.add(new Node("payment", "")
                .with("voucher", payment.voucher().amount().toPlainString())
                .with("prepaid_card", payment.prepaidCard().amount().toPlainString())
                .with("cash", payment.cash().amount().toPlainString())
                .with("cloud", payment.cloud().amount().toPlainString())
                .with("owed", payment.owed().amount().toPlainString())
                .with("fapiao_amount", payment.fapiao().amount().toPlainString())
                .with("rule", RuleNumbers.ofPayment()));
        invoice.corrections()
                .forEach(correction -> node.add(new Node(correction.relation(), correction.number())
                        .with("reason", correction.reason())
                        .with("by", correction.by())
                        .with("on", correction.on())));
        Map<WorkspaceDay, DayExplanation> days = byDay(invoice.days());
        invoice.lines().forEach(line -> node.add(invoiceLine(line, days)));
        invoice.bills().forEach(bill -> node.add(bill(bill)));
        invoice.days().forEach(day -> node.add(day(day, false)));
        return node;
    }

    private static Node invoiceLine(InvoiceExplanation.Line explained, Map<WorkspaceDay, DayExplanation> days) {
        InvoiceLine line = explained.line();
        Node node = new Node("line", "")
                .with("workspace", line.workspace())
                .with("meter", line.tier())
                .with("kind", line.kind().code())
                .with("quantity", line.quantity())
                .with("amount", line.amount())
                .with("postings", explained.postings().size());
        explained.postings().forEach(posting -> node.add(posting(posting, days)));
        return node;
    }

    private static Node lines(LinesExplanation lines) {
        String totals = lines.totals().values().stream().map(Object::toString).collect(Collectors.joining(", "));
        Node node = new Node("bill line", lines.name()).with("total", totals);
        Map<WorkspaceDay, DayExplanation> days = byDay(lines.days());
        lines.postings().forEach(posting -> node.add(posting(posting, days)));
        lines.bills().forEach(bill -> node.add(bill(bill)));
        lines.days().forEach(day -> node.add(day(day, false)));
        return node;
    }

    private static Map<WorkspaceDay, DayExplanation> byDay(List<DayExplanation> days) {
        return days.stream().collect(Collectors.toMap(DayExplanation::workspaceDay, Function.identity()));
    }

    private static Node posting(PostingExplanation posting, Map<WorkspaceDay, DayExplanation> days) {
        long unit = posting.tier() == null ? 1 : posting.tier().meter().unit();
        Node node = new Node("posting", posting.id())
                .with("posted_day", posting.postedDay())
                .with("billing_day", posting.billingDay())
                .with("account", posting.account())
                .with("settlement", posting.settlement().code())
                .with("kind", posting.kind().code())
                .with("quantity", posting.quantity())
                .with("amount", posting.amount())
                .with("rule", RuleNumbers.ofKind(posting.kind()));
        if (posting.isFee() && posting.kind() != PostingKind.CREDIT) {
            node.add(new Node("agreement", posting.agreement())
                    .with(
                            "arithmetic",
                            posting.quantity().signum() == 0
                                    ? ""
                                    : arithmetic(posting.quantity(), unit, posting.unitPrice()) + " "
                                            + posting.amount().currency()));
        } else if (posting.kind() != PostingKind.CREDIT) {
            node.add(chargeOf(posting, days));
        }
        if (!posting.amountBefore().isZero() || posting.quantityBefore().signum() != 0) {
            node.add(new Node("posted before", "")
                    .with("quantity", posting.quantityBefore())
                    .with("amount", posting.amountBefore()));
        }
        return node;
    }

    private static Node chargeOf(PostingExplanation posting, Map<WorkspaceDay, DayExplanation> days) {
        Charge charge = posting.charge();
        DayExplanation day = posting.workspace() == null
                ? null
                : days.get(new WorkspaceDay(posting.workspace(), posting.billingDay()));
        if (charge == null) {
            return new Node("charge", "")
                    .with("rating", posting.rating())
                    .with("amount", "none: this account does not pay for it any more");
        }
        RatingExplanation rating = day == null
                ? null
                : day.ratings().stream()
                        .filter(candidate -> candidate.rating() == posting.rating())
                        .findFirst()
                        .orElse(null);
        return charge(charge, posting.rating(), day == null ? Plan.COMMERCIAL : day.plan(), rating);
    }

    private static Node charge(Charge charge, int number, Plan plan, @Nullable RatingExplanation rating) {
        MeterTier tier = charge.tier();
        Node node = new Node("charge", tier.toString())
                .with(
                        "is",
                        arithmetic(charge.quantity(), tier.meter().unit(), charge.unitPrice()) + " = "
                                + Node.plain(charge.exact().value()) + " -> " + charge.amount())
                .with("price_from", PriceOrigin.of(charge, plan).code())
                .with("list_price", charge.listPrice())
                .with("price_book", charge.priceVersion())
                .with("rules", String.join(" ", RuleNumbers.ofPrice(charge, plan), RuleNumbers.ofRounding()))
                .with("rating", number)
                .withData("quantity", charge.quantity())
                .withData("unit", tier.meter().unit())
                .withData("unit_price", charge.unitPrice())
                .withData("exact", charge.exact().value())
                .withData("amount", charge.amount());
        if (rating != null) {
            sourceUsage(charge, plan, rating).forEach(node::add);
        }
        return node;
    }

    /**
     * Returns the usage that a charge is based on: that of its tier, and with a package or free series also that of
     * other tiers.
     */
    private static List<Node> sourceUsage(Charge charge, Plan plan, RatingExplanation rating) {
        List<Usage> same = rating.usage().stream()
                .filter(used -> used.tier().equals(charge.tier()))
                .toList();
        boolean whole = same.size() == 1 && same.get(0).quantity().compareTo(charge.quantity()) == 0;
        List<Node> nodes = new ArrayList<>();
        if (whole) {
            nodes.add(usage(same.get(0)));
            return nodes;
        }
        String because = plan == Plan.LEGACY_DEFAULT
                ? "300 series of a collector are free (2.4)"
                : "converted by retention, less what packages cover (2.6, 6.3)";
        Node taken = new Node("taken of", "").with("because", because);
        rating.usage().stream()
                .filter(used -> used.tier().meter() == charge.tier().meter())
                .forEach(used -> taken.add(usage(used)));
        nodes.add(taken);
        return nodes;
    }

    private static Node usage(Usage used) {
        return new Node("usage", used.tier().toString())
                .with("quantity", used.quantity())
                .with("rule", RuleNumbers.ofMeter(used.tier().meter()));
    }

    private static String arithmetic(BigDecimal quantity, long unit, BigDecimal price) {
        return Node.plain(quantity) + " / " + unit + " x " + Node.plain(price);
    }

    private static Node bill(BillExplanation bill) {
        Node node = new Node("daily bill", bill.postedDay().toString())
                .with("account", bill.account())
                .with("settlement", bill.settlement().code())
                .with("total", bill.total())
                .with("state", bill.shares().isEmpty() ? "not settled" : "settled")
                .with("rule", RuleNumbers.ofPayment());
        for (BillExplanation.Share share : bill.shares()) {
            node.add(new Node("share", share.workspace())
                    .with("vouchers", share.eligible() ? "may pay" : "may not pay")
                    .with("total", share.total())
                    .with("voucher", share.voucher().amount().toPlainString())
                    .with("prepaid_card", share.prepaidCard().amount().toPlainString())
                    .with("cash", share.cash().amount().toPlainString())
                    .with("cloud", share.cloud().amount().toPlainString())
                    .with("owed", share.owed().amount().toPlainString()));
        }
        for (BillExplanation.Leg leg : bill.movements()) {
            node.add(new Node("ledger", leg.request())
                    .with("day", leg.day())
                    .with("side", leg.side())
                    .with("instrument", leg.instrument())
                    .with("amount", leg.amount()));
        }
        return node;
    }

    private static Node day(DayExplanation day, boolean alone) {
        Node node = new Node("workspace-day", day.workspaceDay().toString())
                .with("plan", day.plan().code());
        day.rating()
                .ifPresent(rating -> node.with("outcome", rating.outcome().code())
                        .with("account", rating.account())
                        .with("total", rating.total().orElse(null)));
        day.rating().ifPresent(rating -> {
            if (alone) {
                rating.charges().forEach(charge -> node.add(charge(charge, rating.rating(), day.plan(), rating)));
            }
            rating.holds().forEach(hold -> node.add(hold(hold)));
            rating.usage().forEach(used -> node.add(usageOfMeasures(used, day.measures())));
        });
        if (alone) {
            day.postings().forEach(posting -> node.add(posting(posting, Map.of(day.workspaceDay(), day))));
        }
        day.readings().forEach(reading -> node.add(reading(reading, day.files())));
        day.ratings().forEach(rating -> node.add(rating(rating)));
        return node;
    }

    private static Node hold(Hold hold) {
        Usage lacking = hold.usage();
        return new Node("hold", hold.reason().code())
                .with("meter", lacking == null ? null : lacking.tier())
                .with("quantity", lacking == null ? null : lacking.quantity())
                .with("detail", hold.detail());
    }

    private static Node usageOfMeasures(Usage used, SortedMap<MeasureTier, BigInteger> measures) {
        Node node = usage(used);
        MeterSource deciding = UsageCalculator.deciding(used.tier(), measures);
        for (MeterSource source : UsageCalculator.sources(used.tier().meter())) {
            BigInteger value =
                    measures.get(new MeasureTier(source.measure(), used.tier().retentionDays()));
            if (value != null) {
                node.add(new Node("measure", source.measure().code())
                        .with("value", value)
                        .with("counts_as", source.digits() == 0 ? "" : Node.plain(source.quantity(value)))
                        .with("decides", source.equals(deciding) ? "" : "no: the other one is larger"));
            }
        }
        return node;
    }

    private static Node reading(ReadingExplanation reading, List<FileTotals> files) {
        Node node = new Node("reading", Integer.toString(reading.reading()))
                .with("revision", reading.revision())
                .with("state", reading.current() ? "current" : "superseded")
                .with("files", reading.files())
                .with("unreadable_files", reading.unreadableFiles() == 0 ? null : reading.unreadableFiles())
                .with("records", reading.records())
                .with("accepted", reading.accepted())
                .with("duplicate", reading.duplicates())
                .with("conflicting", reading.conflicts())
                .with("quarantined", reading.quarantined())
                .with("repaired", reading.repaired() == 0 ? null : reading.repaired());
        if (reading.current()) {
            files.forEach(file -> node.add(new Node("file", file.file())
                    .with("state", file.unreadable() ? "quarantined whole" : "")
                    .with("records", file.records())
                    .with("accepted", file.accepted())
                    .with("duplicate", file.duplicates())
                    .with("conflicting", file.conflicts())
                    .with("quarantined", file.quarantined())));
        }
        return node;
    }

    private static Node rating(RatingExplanation rating) {
        return new Node("rating", Integer.toString(rating.rating()))
                .with("revision", rating.revision())
                .with("state", rating.current() ? "current" : "superseded")
                .with("outcome", rating.outcome().code())
                .with("account", rating.account())
                .with(
                        "settlement",
                        rating.settlement() == null ? null : rating.settlement().code())
                .with("total", rating.total().orElse(null));
    }
}
