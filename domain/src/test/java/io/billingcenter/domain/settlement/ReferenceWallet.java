package io.billingcenter.domain.settlement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An independent calculation of payments and refunds by line, written to be obviously correct: whole cents, texts as
 * names, and a stack of payments for every line. Paying pushes a piece, refunding takes from the top.
 */
final class ReferenceWallet {

    /** A voucher or card on its first day. */
    record Grant(boolean voucher, int kind, String id, long cents, int from, int expires) {}

    /** A recharge. */
    record Money(String id, long cents, int day) {}

    /** A posting. */
    record Posted(int day, String method, LineKey line, long cents, boolean forVouchers, String vendor) {}

    /** A piece of a payment: its bill, its source, and the remaining amount. */
    private static final class Piece {
        final String bill;
        final String from;
        long cents;

        Piece(String bill, String from, long cents) {
            this.bill = bill;
            this.from = from;
            this.cents = cents;
        }
    }

    private final List<Grant> grants = new ArrayList<>();
    private final Map<String, Long> balances = new TreeMap<>();
    private final Map<String, Deque<Piece>> piles = new TreeMap<>();
    private final Map<String, LineKey> linesOfPiles = new TreeMap<>();

    /** Payments of each line of a bill, below zero for refunds: bill, line and source to cents. */
    final Map<String, Long> paid = new TreeMap<>();

    /** Returns the number of refunds by kind of source. */
    final Map<String, Integer> given = new TreeMap<>();

    long cash;

    /** Simulates the days. */
    void live(List<Grant> allGrants, List<Money> money, List<Posted> posted, int days) {
        for (int day = 1; day <= days; day++) {
            int today = day;
            List<Grant> granted = allGrants.stream()
                    .filter(grant -> grant.from() == today)
                    .sorted(Comparator.comparing(Grant::id))
                    .toList();
            granted.forEach(grant -> {
                grants.add(grant);
                balances.put(name(grant), grant.cents());
            });
            List<Money> paidIn = money.stream()
                    .filter(item -> item.day() == today)
                    .sorted(Comparator.comparing(Money::id))
                    .toList();
            paidIn.forEach(item -> cash += item.cents());
            grants.stream().filter(grant -> grant.expires() <= today).forEach(grant -> balances.put(name(grant), 0L));
            granted.stream().filter(grant -> !grant.voucher()).forEach(card -> {
                long used = clear(name(card), balances.get(name(card)));
                balances.merge(name(card), -used, Long::sum);
            });
            paidIn.forEach(item -> cash -= clear("cash", Math.min(item.cents(), cash)));
            for (String method : methods(posted, today)) {
                bill(today, method, posted);
            }
        }
    }

    long owed() {
        return piles.values().stream()
                .flatMap(Deque::stream)
                .filter(piece -> piece.from.equals("owed"))
                .mapToLong(piece -> piece.cents)
                .sum();
    }

    long balance(String name) {
        return balances.getOrDefault(name, 0L);
    }

    /** Returns the refundable amounts: line, method and source to cents. */
    Map<String, Long> left() {
        Map<String, Long> left = new TreeMap<>();
        piles.forEach(
                (pile, pieces) -> pieces.forEach(piece -> left.merge(pile + " " + piece.from, piece.cents, Long::sum)));
        return left;
    }

    private static List<String> methods(List<Posted> posted, int day) {
        List<String> order = List.of("wallet", "aliyun", "aws");
        return order.stream()
                .filter(method -> posted.stream()
                        .anyMatch(item -> item.day() == day && item.method().equals(method)))
                .toList();
    }

    private void bill(int day, String method, List<Posted> posted) {
        Map<LineKey, Posted> lines = new TreeMap<>();
        for (Posted item : posted) {
            if (item.day() == day && item.method().equals(method)) {
                lines.merge(
                        item.line(),
                        item,
                        (one, more) -> new Posted(
                                day, method, one.line(), one.cents() + more.cents(), one.forVouchers(), one.vendor()));
            }
        }
        String bill = String.format(java.util.Locale.ROOT, "%02d %s", day, method);
        lines.values().stream().filter(line -> line.cents() < 0).forEach(line -> takeBack(bill, line));
        Map<LineKey, Long> open = new TreeMap<>();
        lines.values().stream().filter(line -> line.cents() > 0).forEach(line -> open.put(line.line(), line.cents()));
        for (Grant grant : usable(day)) {
            for (Map.Entry<LineKey, Long> line : open.entrySet()) {
                if (!grant.voucher() || lines.get(line.getKey()).forVouchers()) {
                    long part = Math.min(balance(name(grant)), line.getValue());
                    pay(bill, lines.get(line.getKey()), name(grant), part);
                    balances.merge(name(grant), -part, Long::sum);
                    line.setValue(line.getValue() - part);
                }
            }
        }
        for (Map.Entry<LineKey, Long> line : open.entrySet()) {
            Posted of = lines.get(line.getKey());
            if (!method.equals("wallet")) {
                pay(bill, of, "vendor:" + of.vendor(), line.getValue());
            } else {
                long part = Math.min(cash, line.getValue());
                cash -= part;
                pay(bill, of, "cash", part);
                pay(bill, of, "owed", line.getValue() - part);
            }
        }
    }

    private List<Grant> usable(int day) {
        return grants.stream()
                .filter(grant -> grant.expires() > day)
                .sorted(Comparator.comparingInt(Grant::kind)
                        .thenComparingInt(Grant::expires)
                        .thenComparingInt(Grant::from)
                        .thenComparing(Grant::id))
                .toList();
    }

    private void pay(String bill, Posted line, String from, long cents) {
        if (cents > 0) {
            pile(line.line(), line.method()).addLast(new Piece(bill, from, cents));
            paid.merge(bill + " " + line.line() + " " + from, cents, Long::sum);
        }
    }

    private void takeBack(String bill, Posted line) {
        long left = -line.cents();
        Deque<Piece> pile = pile(line.line(), line.method());
        int sources = 0;
        while (left > 0 && !pile.isEmpty()) {
            Piece top = pile.getLast();
            long part = Math.min(left, top.cents);
            giveBack(bill, line, top, part, Integer.parseInt(bill.substring(0, 2)));
            left -= part;
            sources++;
            if (top.cents == 0) {
                pile.removeLast();
            }
        }
        if (sources > 1) {
            given.merge("mixed", 1, Integer::sum);
        }
        if (left > 0 && !line.method().equals("wallet")) {
            paid.merge(bill + " " + line.line() + " vendor:" + line.vendor(), -left, Long::sum);
        } else if (left > 0) {
            given.merge("unknown", 1, Integer::sum);
            for (Piece owed : owedPieces()) {
                long part = Math.min(left, owed.cents);
                if (part > 0) {
                    giveBack(bill, line, owed, part, Integer.parseInt(bill.substring(0, 2)));
                    left -= part;
                }
            }
            removeEmpty();
            cash += left;
            paid.merge(bill + " " + line.line() + " cash", -left, Long::sum);
        }
    }

    private void giveBack(String bill, Posted line, Piece piece, long part, int day) {
        piece.cents -= part;
        paid.merge(bill + " " + line.line() + " " + piece.from, -part, Long::sum);
        if (piece.from.equals("cash")) {
            cash += part;
        }
        String sort = piece.from.replaceFirst(":.*", "");
        for (Grant grant : grants) {
            if (name(grant).equals(piece.from)) {
                boolean isVoid = grant.expires() <= day;
                balances.merge(piece.from, isVoid ? 0 : part, Long::sum);
                sort = (isVoid ? "void " : "") + (grant.kind() == 1 ? "full " : "") + sort;
            }
        }
        given.merge(sort + (line.forVouchers() ? "" : " of a line without vouchers"), 1, Integer::sum);
    }

    /** Pays debts, the oldest bill first and its lines in their order, and returns the amount paid. */
    private long clear(String from, long most) {
        long left = most;
        for (Piece owed : owedPieces()) {
            long part = Math.min(left, owed.cents);
            if (part > 0) {
                owed.cents -= part;
                piles.values().stream()
                        .filter(pile -> pile.contains(owed))
                        .findFirst()
                        .orElseThrow()
                        .addLast(new Piece(owed.bill, from, part));
                left -= part;
            }
        }
        removeEmpty();
        return most - left;
    }

    private List<Piece> owedPieces() {
        record Owed(String bill, LineKey line, Piece piece) {}
        List<Owed> owed = new ArrayList<>();
        piles.forEach((name, pile) -> pile.stream()
                .filter(piece -> piece.from.equals("owed"))
                .forEach(piece -> owed.add(new Owed(piece.bill, linesOfPiles.get(name), piece))));
        return owed.stream()
                .sorted(Comparator.comparing(Owed::bill).thenComparing(Owed::line))
                .map(Owed::piece)
                .toList();
    }

    private void removeEmpty() {
        for (Deque<Piece> pile : piles.values()) {
            for (Iterator<Piece> pieces = pile.iterator(); pieces.hasNext(); ) {
                if (pieces.next().cents == 0) {
                    pieces.remove();
                }
            }
        }
    }

    private Deque<Piece> pile(LineKey line, String method) {
        String name = method + " " + line;
        linesOfPiles.put(name, line);
        return piles.computeIfAbsent(name, key -> new ArrayDeque<>());
    }

    private static String name(Grant grant) {
        return (grant.voucher() ? "voucher:" : "card:") + grant.id();
    }

    /** Returns the names of all vouchers and cards. */
    TreeSet<String> names() {
        return new TreeSet<>(balances.keySet());
    }
}
