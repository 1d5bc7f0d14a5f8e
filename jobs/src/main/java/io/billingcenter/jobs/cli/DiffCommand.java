package io.billingcenter.jobs.cli;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.explain.Comparison;
import io.billingcenter.domain.explain.PriceDifference;
import io.billingcenter.domain.explain.UsageDifference;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBooks;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.archive.Archives;
import io.billingcenter.readers.tables.archive.DayDetails;
import io.billingcenter.readers.tables.explain.ComparisonReader;
import io.billingcenter.readers.tables.explain.ComparisonReader.Revision;
import io.billingcenter.readers.tables.pricing.PriceBookTableReader;
import io.billingcenter.writers.files.explain.DifferenceTree;
import io.billingcenter.writers.files.explain.JsonTree;
import io.billingcenter.writers.files.explain.Node;
import io.billingcenter.writers.files.explain.TextTree;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The command that shows the differences between two days, months, revisions or price books. */
@Command(
        name = "diff",
        description =
                "Shows the differences between two days, months, revisions of a workspace-day or price books, and why.")
final class DiffCommand extends QueryCommand {

    private static final Pattern REVISION = Pattern.compile("(.+)/(.+)@([0-9]{1,9})");
    private static final String BOOK = "book:";
    private static final int MONTH_LENGTH = 7;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = {
                "A day (bills posted under it), a month, a revision (workspace/day@1), or the first day of a",
                "price book; 'book:' before a day means the book where both are possible."
            })
    private String left = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other side of the comparison, of the same kind.")
    private String right = "";

    @Override
    ExitStatus answer(ConfigurableApplicationContext context, PrintWriter out) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        Node node;
        try (DayDetails details = context.getBean(Archives.class).details()) {
            ComparisonReader reader =
                    new ComparisonReader(jdbc, details, lookups(context).directory());
            node = compare(reader, new PriceBookTableReader(jdbc).priceBooks());
        }
        node.with("differs", node.isEmpty() ? "nothing" : null);
        if (json()) {
            JsonTree.print(node, out);
        } else {
            TextTree.print(node, out);
        }
        return ExitStatus.DONE;
    }

    private Node compare(ComparisonReader reader, PriceBooks priceBooks) {
        Matcher one = REVISION.matcher(left);
        Matcher other = REVISION.matcher(right);
        if (one.matches() && other.matches()) {
            return revisions(revision(reader, one), revision(reader, other));
        }
        if (left.length() == MONTH_LENGTH && right.length() == MONTH_LENGTH) {
            return bills(reader, "months", month(left), month(right));
        }
        boolean named = left.startsWith(BOOK) || right.startsWith(BOOK);
        BillingDay dayLeft = BillingDay.parse(withoutPrefix(left));
        BillingDay dayRight = BillingDay.parse(withoutPrefix(right));
        DayRange rangeLeft = new DayRange(dayLeft, dayLeft.plusDays(1));
        DayRange rangeRight = new DayRange(dayRight, dayRight.plusDays(1));
        Optional<PriceBook> bookLeft = book(priceBooks, dayLeft);
        Optional<PriceBook> bookRight = book(priceBooks, dayRight);
        if (bookLeft.isPresent() && bookRight.isPresent() && (named || nothingPosted(reader, rangeLeft, rangeRight))) {
            return titled("price books")
                    .addAll(DifferenceTree.ofPrices(PriceDifference.between(bookLeft.get(), bookRight.get())));
        }
        if (named) {
            throw new IllegalArgumentException("Expected two price books that were imported, out of "
                    + priceBooks.books().stream().map(PriceBook::version).toList() + ", found " + left + " and "
                    + right);
        }
        return bills(reader, "days", rangeLeft, rangeRight);
    }

    private static boolean nothingPosted(ComparisonReader reader, DayRange one, DayRange other) {
        return reader.posted(one).lines().isEmpty()
                && reader.posted(other).lines().isEmpty();
    }

    private Node bills(ComparisonReader reader, String subject, DayRange one, DayRange other) {
        return titled(subject)
                .addAll(DifferenceTree.ofMoney(Comparison.between(reader.posted(one), reader.posted(other))));
    }

    private Node revisions(Revision one, Revision other) {
        return titled("revisions")
                .with("outcome_from", outcome(one))
                .with("outcome_to", outcome(other))
                .addAll(DifferenceTree.ofMoney(Comparison.between(one.side(), other.side())))
                .addAll(DifferenceTree.ofUsage(UsageDifference.between(one.usage(), other.usage())));
    }

    private Node titled(String subject) {
        return new Node("difference of " + subject, "").with("from", left).with("to", right);
    }

    private static String outcome(Revision revision) {
        return revision.rating().map(rating -> rating.outcome().code()).orElse("never rated");
    }

    private static Revision revision(ComparisonReader reader, Matcher name) {
        WorkspaceDay day = new WorkspaceDay(new WorkspaceId(name.group(1)), BillingDay.parse(name.group(2)));
        return reader.revision(day, Integer.parseInt(name.group(3)));
    }

    private static DayRange month(String text) {
        BillingMonth month = BillingMonth.parse(text);
        return new DayRange(month.firstDay(), month.endExclusive());
    }

    private static String withoutPrefix(String text) {
        return text.startsWith(BOOK) ? text.substring(BOOK.length()) : text;
    }

    private static Optional<PriceBook> book(PriceBooks priceBooks, BillingDay version) {
        return priceBooks.books().stream()
                .filter(book -> book.version().equals(version))
                .findFirst();
    }
}
