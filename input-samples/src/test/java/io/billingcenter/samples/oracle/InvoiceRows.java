package io.billingcenter.samples.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The columns and rows of a month's files that have names, dates, unit prices and billing days. */
final class InvoiceRows {

    private static final int TERMS_DAYS = 30;

    private final YearMonth month;
    private final Reference reference;
    private final Issue issue;

    /**
     * The circumstances of a close.
     *
     * @param date the date of its invoices
     * @param sellers names by currency
     */
    record Issue(LocalDate date, Map<String, String> sellers) {}

    InvoiceRows(YearMonth month, Reference reference, Issue issue) {
        this.month = month;
        this.reference = reference;
        this.issue = issue;
    }

    /** What follows the amounts of an invoice. */
    List<String> names(String account) {
        Reference.Account owner = reference.account(account);
        var profile = reference.profile(account, month.atEndOfMonth());
        return List.of(
                "invoice",
                "",
                owner.name(),
                month.atDay(1).toString(),
                month.atEndOfMonth().toString(),
                issue.date().toString(),
                issue.date().plusDays(TERMS_DAYS).toString(),
                issue.sellers().getOrDefault(owner.currency(), ""),
                profile.map(Reference.Profile::title).orElse(""),
                profile.map(Reference.Profile::taxId).orElse(""));
    }

    /** The place of a row: an adjustment stands under its day, everything under its price. */
    private record Place(String workspace, String meter, int days, String kind, String day, Fraction price)
            implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(Place::workspace)
                .thenComparing(Place::meter)
                .thenComparing(Place::days)
                .thenComparing(Place::kind)
                .thenComparing(Place::day)
                .thenComparing(Place::price);

        static Place of(Posting posting) {
            Tier tier = posting.key().tier();
            return new Place(
                    posting.key().workspace(),
                    tier.meter(),
                    tier.daysText().isEmpty() ? 0 : Integer.parseInt(tier.daysText()),
                    posting.kind(),
                    posting.kind().equals("adjustment") ? posting.day().toString() : "",
                    posting.price());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** The rows of an invoice, in the order of the file. */
    List<List<String>> lines(String account, String number, List<Posting> postings) {
        Map<Place, List<Posting>> places = new TreeMap<>();
        postings.forEach(posting -> places.computeIfAbsent(Place.of(posting), any -> new ArrayList<>())
                .add(posting));
        List<List<String>> rows = new ArrayList<>();
        places.forEach((place, same) -> rows.add(row(account, number, place, same)));
        return rows;
    }

    private List<String> row(String account, String number, Place place, List<Posting> same) {
        Tier tier = same.get(0).key().tier();
        return List.of(
                month.toString(),
                account,
                number,
                place.workspace(),
                place.meter(),
                tier.daysText(),
                place.kind(),
                sum(same.stream().map(Posting::quantity).toList()).plain(),
                tier.unit().plain(),
                sum(same.stream().map(Posting::amount).toList()).money(),
                same.get(0).key().currency(),
                reference.account(account).name(),
                reference
                        .workspace(place.workspace())
                        .map(Reference.Workspace::name)
                        .orElse(""),
                place.day(),
                place.price().plain());
    }

    private static Fraction sum(List<Fraction> parts) {
        return parts.stream().reduce(Fraction.ZERO, Fraction::plus);
    }
}
