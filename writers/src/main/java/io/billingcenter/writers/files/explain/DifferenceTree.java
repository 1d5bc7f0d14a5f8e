package io.billingcenter.writers.files.explain;

import io.billingcenter.domain.explain.Difference;
import io.billingcenter.domain.explain.DifferenceReason;
import io.billingcenter.domain.explain.PriceDifference;
import io.billingcenter.domain.explain.UsageDifference;
import io.billingcenter.domain.explain.WhatIf;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Converts comparisons to nodes. */
public final class DifferenceTree {

    private static final String NOTHING = "nothing";

    private DifferenceTree() {}

    /** Returns the differences in money. */
    public static List<Node> ofMoney(List<Difference> differences) {
        return differences.stream().map(DifferenceTree::difference).toList();
    }

    /** Returns the differences in usage. */
    public static List<Node> ofUsage(List<UsageDifference> differences) {
        return differences.stream()
                .map(difference -> new Node("usage", difference.tier().toString())
                        .with("from", difference.left())
                        .with("to", difference.right())
                        .with("difference", difference.right().subtract(difference.left())))
                .toList();
    }

    /** Returns the differences between two price books. */
    public static List<Node> ofPrices(List<PriceDifference> differences) {
        return differences.stream()
                .map(difference -> new Node(
                                "price", difference.position().tier().toString())
                        .with("group", difference.position().group().code())
                        .with("currency", difference.position().currency())
                        .with("from", difference.left())
                        .with("to", difference.right())
                        .with("reason", difference.reason().code()))
                .toList();
    }

    /** Returns the amounts that other prices would have produced. */
    public static List<Node> ofWhatIf(WhatIf whatIf) {
        List<Node> nodes = new java.util.ArrayList<>();
        for (WhatIf.Totals totals : whatIf.totals()) {
            nodes.add(new Node("total", totals.before().currency().getCurrencyCode())
                    .with("charged", totals.before().amount().toPlainString())
                    .with("would_be", totals.after().amount().toPlainString())
                    .with("difference", totals.difference().amount().toPlainString()));
        }
        for (WhatIf.Line line : whatIf.lines()) {
            nodes.add(new Node("account", line.key().account().value())
                    .with("meter", line.key().meter().code())
                    .with("currency", line.key().currency())
                    .with("charged", line.before().amount().toPlainString())
                    .with("would_be", line.after().amount().toPlainString())
                    .with("difference", line.difference().amount().toPlainString()));
        }
        whatIf.held().forEach(day -> nodes.add(new Node("would be held", day.toString())));
        return nodes;
    }

    private static Node difference(Difference difference) {
        Node node = new Node(difference.level().code(), difference.name())
                .with("from", difference.left().amount().toPlainString())
                .with("to", difference.right().amount().toPlainString())
                .with("difference", difference.difference().amount().toPlainString());
        Difference.Lines lines = difference.lines();
        if (lines != null) {
            node.with("reason", reasons(lines.reasons()))
                    .with("quantity_from", lines.quantityLeft())
                    .with("quantity_to", lines.quantityRight())
                    .with("price_from", prices(lines.pricesLeft()))
                    .with("price_to", prices(lines.pricesRight()));
        }
        return node.addAll(ofMoney(difference.parts()));
    }

    private static String reasons(Collection<DifferenceReason> reasons) {
        return reasons.stream().map(DifferenceReason::code).collect(Collectors.joining(" "));
    }

    private static String prices(Collection<BigDecimal> prices) {
        return prices.isEmpty() ? NOTHING : prices.stream().map(Node::plain).collect(Collectors.joining(" "));
    }
}
