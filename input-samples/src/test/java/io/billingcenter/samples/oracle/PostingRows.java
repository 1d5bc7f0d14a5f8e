package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Ledger.BillKey;
import io.billingcenter.samples.oracle.Ledger.Line;
import io.billingcenter.samples.oracle.Ledger.Payment;
import io.billingcenter.samples.oracle.Ledger.Source;
import io.billingcenter.samples.oracle.Reference.Binding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code bill-lines.csv} and {@code bill-details.csv}, one for each posting. */
final class PostingRows {

    private static final int ID_DIGITS = 24;

    private final Reference reference;
    private final PriceBooks books;
    private final Map<String, Ledger> ledgers;

    PostingRows(Reference reference, PriceBooks books, Map<String, Ledger> ledgers) {
        this.reference = reference;
        this.books = books;
        this.ledgers = ledgers;
    }

    /** Postings in the order in which they were made; their ids count those that are for the same. */
    static List<List<String>> billLines(List<Posting> postings, Credits credits) {
        Map<String, Integer> numbers = new HashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (Posting posting : postings) {
            Posting.Key key = posting.key();
            boolean fee = key.scope().startsWith("fee ");
            List<String> parts = new ArrayList<>(List.of(
                    posting.day().toString(),
                    key.account(),
                    key.workspace(),
                    key.tier().meter(),
                    key.tier().daysText(),
                    key.currency()));
            String agreement = fee ? agreement(posting) : "";
            Optional<String> creditNote = credits.documentOf(posting);
            if (creditNote.isPresent()) {
                rows.add(billLine(
                        posting,
                        id(String.join(
                                "|",
                                creditNote.get(),
                                posting.day().toString(),
                                key.workspace(),
                                key.tier().meter(),
                                key.tier().daysText(),
                                agreement,
                                key.settlement()))));
                continue;
            }
            int number = numbers.merge(String.join("|", parts) + agreement, 1, Integer::sum);
            parts.add(Integer.toString(number));
            rows.add(billLine(posting, id(String.join("|", parts) + (fee ? "|" + agreement : ""))));
        }
        return rows;
    }

    private static List<String> billLine(Posting posting, String id) {
        Posting.Key key = posting.key();
        return List.of(
                posting.posted().toString(),
                posting.day().toString(),
                key.account(),
                key.workspace(),
                key.tier().meter(),
                key.tier().daysText(),
                posting.kind(),
                posting.quantity().plain(),
                key.tier().unit().plain(),
                posting.price().plain(),
                key.currency(),
                posting.amount().money(),
                posting.version(),
                id);
    }

    /** The id of a package or pack; workspace and first day of a private tariff (interpretation B14). */
    private static String agreement(Posting posting) {
        String scope = posting.key().scope();
        String name = scope.substring(scope.indexOf(' ', "fee ".length()) + 1);
        String workspace = posting.key().workspace();
        return workspace.isEmpty() ? name : workspace + "|" + name.substring(workspace.length());
    }

    private static String id(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "p" + HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The postings of a posted day with the payments of their lines (interpretation B17). */
    List<List<String>> billDetails(List<Posting> postings) {
        Map<String, Map<Source, Fraction>> unspent = new HashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (Posting posting : postings) {
            BillKey bill = new BillKey(posting.posted(), posting.key().settlement());
            Line line = new Line(posting.day(), posting.key());
            Map<Source, Fraction> left = unspent.computeIfAbsent(bill + " " + line, any -> paid(bill, line));
            rows.add(row(posting, parts(posting.amount(), left)));
        }
        return rows;
    }

    private Map<Source, Fraction> paid(BillKey bill, Line line) {
        Map<Source, Fraction> paid = new EnumMap<>(Source.class);
        for (Payment payment : ledgers.get(line.key().account()).payments) {
            if (!payment.clearing()
                    && payment.bill().equals(bill)
                    && payment.line().equals(line)) {
                paid.merge(payment.source(), payment.amount(), Fraction::plus);
            }
        }
        return paid;
    }

    /** Takes the parts of a posting out of those of its line, source by source. */
    private static Map<Source, Fraction> parts(Fraction amount, Map<Source, Fraction> left) {
        Map<Source, Fraction> parts = new EnumMap<>(Source.class);
        Fraction open = amount;
        for (Source source : Source.values()) {
            Fraction there = left.getOrDefault(source, Fraction.ZERO);
            Fraction part = open.sign() < 0 ? there.max(open) : there.min(open);
            if (part.sign() == open.sign()) {
                parts.put(source, part);
                left.put(source, there.minus(part));
                open = open.minus(part);
            }
        }
        return parts;
    }

    private List<String> row(Posting posting, Map<Source, Fraction> parts) {
        Posting.Key key = posting.key();
        Fraction owed = parts.getOrDefault(Source.OWED, Fraction.ZERO);
        boolean fee = key.scope().startsWith("fee ");
        return List.of(
                posting.day().toString(),
                key.workspace(),
                key.tier().meter(),
                key.settlement(),
                key.currency(),
                cycle(key.scope()),
                posting.amount().money(),
                posting.amount().minus(owed).money(),
                owed.money(),
                posting.quantity()
                        .over(key.tier().unit())
                        .times(listPrice(posting, fee))
                        .rounded()
                        .money(),
                money(parts, Source.VOUCHER),
                money(parts, Source.PREPAID_CARD),
                money(parts, Source.CASH),
                money(parts, Source.CLOUD),
                fee ? "subscription" : "PAYG",
                cloudAccount(key, posting.day()),
                Long.toString(
                        posting.day().atStartOfDay().toInstant(RawFields.CLOCK).toEpochMilli()),
                posting.quantity().plain());
    }

    private static String money(Map<Source, Fraction> parts, Source source) {
        return parts.getOrDefault(source, Fraction.ZERO).money();
    }

    private static String cycle(String scope) {
        boolean yearly = scope.matches("fee (package|subscription|maintenance) .*");
        return yearly ? "Year" : scope.startsWith("fee licence ") ? "Single" : "Day";
    }

    private Fraction listPrice(Posting posting, boolean fee) {
        Posting.Key key = posting.key();
        if (key.scope().startsWith("fee pack ")) {
            return PackageList.packPrice(key.tier().meter());
        }
        Optional<Reference.Workspace> workspace = reference.workspace(key.workspace());
        boolean listed = !fee
                && workspace.isPresent()
                && !reference.plan(key.workspace(), posting.day()).equals("private");
        return listed
                ? books.price(
                                posting.day(),
                                new PriceBooks.Position(
                                        key.tier(), workspace.get().group(), key.currency()))
                        .orElse(posting.price())
                : posting.price();
    }

    private String cloudAccount(Posting.Key key, LocalDate day) {
        return reference
                .binding(key.workspace(), day)
                .filter(binding -> binding.account().equals(key.account())
                        && binding.settlement().equals(key.settlement()))
                .map(Binding::vendorAccount)
                .orElse("");
    }
}
