package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Ledger.Payment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What credit notes took back, and how it is divided over the postings of an invoice (interpretation B12). */
final class Credits {

    /** What one day of a line was charged on an invoice, with what its credit notes have left of it. */
    private static final class Item {
        final Posting last;
        Fraction left = Fraction.ZERO;

        Item(Posting last) {
            this.last = last;
        }

        String line() {
            Tier tier = last.key().tier();
            return last.key().workspace() + ":" + tier.meter() + ":" + tier.daysText();
        }
    }

    private record Place(LocalDate day, Posting.Key key) {}

    /** The order of the lines of a bill. */
    private static final Comparator<Item> ORDER = Comparator.comparing(
                    (Item item) -> !item.last.isOfTheClassOfVouchers())
            .thenComparing(item -> item.last.key().workspace())
            .thenComparing(item -> item.last.day())
            .thenComparing(item -> item.last.key().tier())
            .thenComparing(item -> item.last.key().scope())
            .thenComparing(item -> item.last.key().settlement());

    private final Map<String, List<Posting>> ofInvoices = new HashMap<>();
    private final Map<Posting, String> documents = new IdentityHashMap<>();
    private final Set<Payment> paidBack = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Divides a credit over the postings of an invoice, which are in the order in which they were made. */
    List<Posting> credit(
            String invoice,
            String number,
            List<Posting> postings,
            Map<String, Optional<Fraction>> lines,
            LocalDate posted) {
        List<Item> items = items(postings, ofInvoices.getOrDefault(invoice, List.of()));
        Fraction left = left(items);
        Map<Item, Fraction> parts = new IdentityHashMap<>();
        if (lines.isEmpty()) {
            divide(left, items, parts);
        }
        for (Map.Entry<String, Optional<Fraction>> line : new TreeMap<>(lines).entrySet()) {
            List<Item> of = items.stream()
                    .filter(item -> item.line().equals(line.getKey()))
                    .toList();
            Fraction amount = line.getValue().orElse(left(of).min(left));
            divide(amount, of, parts);
            left = left.minus(amount);
        }
        List<Posting> taken = new ArrayList<>();
        for (Item item : items) {
            Fraction part = parts.getOrDefault(item, Fraction.ZERO);
            if (part.sign() > 0) {
                Posting last = item.last;
                taken.add(new Posting(
                        posted,
                        last.day(),
                        last.key(),
                        "credit",
                        Fraction.ZERO,
                        last.price(),
                        last.version(),
                        part.negated()));
            }
        }
        ofInvoices.computeIfAbsent(invoice, any -> new ArrayList<>()).addAll(taken);
        taken.forEach(posting -> documents.put(posting, number));
        return taken;
    }

    private static List<Item> items(List<Posting> postings, List<Posting> credited) {
        Map<Place, Item> items = new HashMap<>();
        for (Posting posting : postings) {
            Place place = new Place(posting.day(), posting.key());
            Item item = new Item(posting);
            item.left = posting.amount().plus(items.containsKey(place) ? items.get(place).left : Fraction.ZERO);
            items.put(place, item);
        }
        for (Posting posting : credited) {
            Item item = items.get(new Place(posting.day(), posting.key()));
            item.left = item.left.plus(posting.amount());
        }
        return items.values().stream().sorted(ORDER).toList();
    }

    private static Fraction left(Collection<Item> items) {
        return items.stream().map(item -> item.left).reduce(Fraction.ZERO, Fraction::plus);
    }

    /** Cent by cent: whole cents of the exact shares first, then one to each of the largest rests. */
    private static void divide(Fraction amount, List<Item> items, Map<Item, Fraction> parts) {
        List<Item> giving = items.stream().filter(item -> item.left.sign() > 0).toList();
        Fraction total = left(giving);
        Map<Item, Fraction> rests = new IdentityHashMap<>();
        BigInteger open = cents(amount);
        for (Item item : giving) {
            Fraction exact = Fraction.of(100).times(amount).times(item.left).over(total);
            BigInteger whole = exact.numerator().divide(exact.denominator());
            rests.put(item, exact.minus(new Fraction(whole, BigInteger.ONE)));
            parts.put(item, new Fraction(whole, BigInteger.valueOf(100)));
            open = open.subtract(whole);
        }
        giving.stream()
                .sorted(Comparator.comparing((Item item) -> rests.get(item)).reversed())
                .limit(open.longValueExact())
                .forEach(item -> parts.put(item, parts.get(item).plus(Fraction.of("0.01"))));
    }

    private static BigInteger cents(Fraction amount) {
        return new BigDecimal(amount.money()).unscaledValue();
    }

    /** Returns the number of the credit note that a posting stands on. */
    Optional<String> documentOf(Posting posting) {
        return Optional.ofNullable(documents.get(posting));
    }

    void paidBack(List<Payment> payments) {
        paidBack.addAll(payments);
    }

    boolean isNoPayBack(Payment payment) {
        return !paidBack.contains(payment);
    }
}
