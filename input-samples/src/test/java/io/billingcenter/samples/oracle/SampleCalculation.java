package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Rating.Charged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A scenario of this module, billed by the second calculation: its raw files and reference data are read here once more,
 * and every delivered file is worked out after each step.
 *
 * <p>Files that vanish, days before the late window and limits that an operator sets do not occur in scenarios, so they
 * are not known here.
 */
public final class SampleCalculation {

    private static final String QUARANTINE = "quarantine.csv";
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[^ ]+");

    private final Path scenario;
    private final PriceBooks books = new PriceBooks();
    private final Calculator calculator = new Calculator(books, Rules.SHIPPED);
    private final Consumption consumption = new Consumption();
    private final SampleRevisions delivered = new SampleRevisions();
    private final Map<String, Path> files = new TreeMap<>();
    private final Map<List<String>, RawDay> days = new TreeMap<>(SampleCalculation::compare);
    private final Map<List<String>, Map<Tier, Fraction>> metered = new TreeMap<>(SampleCalculation::compare);
    private final Map<List<String>, Integer> readings = new TreeMap<>(SampleCalculation::compare);
    private final Map<String, List<List<String>>> freeUsage = new TreeMap<>();
    private final List<List<String>> notices = new ArrayList<>();
    private Optional<LocalDate> lastNight = Optional.empty();
    private int layout = 2;

    private SampleCalculation(Path scenario) {
        this.scenario = scenario;
    }

    /**
     * Works out the files that a scenario must deliver, by their paths in its folder {@code expected}.
     *
     * @throws IllegalArgumentException if the scenario has a step that this calculation does not know
     */
    public static Map<String, SampleTable> of(Path scenario, Path priceBooks) throws IOException {
        SampleCalculation calculation = new SampleCalculation(scenario);
        calculation.books.read(priceBooks);
        calculation.arrive(scenario);
        for (String step : Files.readAllLines(scenario.resolve("steps.txt"))) {
            calculation.take(step.trim());
        }
        Map<String, SampleTable> expected = new TreeMap<>(calculation.delivered.files());
        expected.put(QUARANTINE, SampleTable.QUARANTINE.with(calculation.quarantine()));
        return expected;
    }

    private void take(String step) throws IOException {
        List<String> words = words(step);
        if (step.startsWith("arrive ") && words.size() == 2) {
            arrive(scenario.resolve("arrivals").resolve(words.get(1)));
        } else if (step.startsWith("billing nightly ")) {
            nights(LocalDate.parse(option(words, "--day", step)), !words.contains("--no-catch-up"));
        } else if (step.startsWith("billing close ")) {
            close(
                    YearMonth.parse(option(words, "--month", step)),
                    LocalDate.parse(option(words, "--issue-date", step)),
                    settings(words));
        } else if (!step.isEmpty() && !step.startsWith("#")) {
            throw unknown(step);
        }
    }

    /** The words of a step; quotes hold a word with blanks together. */
    public static List<String> words(String step) {
        return WORD.matcher(step)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toList();
    }

    /** The settings that a command has, by name. */
    private static Map<String, String> settings(List<String> words) {
        Map<String, String> settings = new TreeMap<>();
        for (int at = 1; at < words.size(); at++) {
            if (words.get(at - 1).equals("--set")) {
                String[] setting = words.get(at).split("=", 2);
                settings.put(setting[0], setting[1]);
            }
        }
        return settings;
    }

    private static String option(List<String> words, String name, String step) {
        int at = words.indexOf(name);
        if (at < 0 || at + 1 == words.size()) {
            throw unknown(step);
        }
        return words.get(at + 1);
    }

    private static IllegalArgumentException unknown(String step) {
        return new IllegalArgumentException(
                "The second calculation knows 'billing nightly --day', 'billing close --month --issue-date'"
                        + " and 'arrive', found '" + step + "'");
    }

    /** Files of a tree lie over those of the same path that came before. */
    private void arrive(Path tree) throws IOException {
        for (String part : List.of("reference", "traffic")) {
            if (Files.isDirectory(tree.resolve(part))) {
                try (Stream<Path> all = Files.walk(tree.resolve(part))) {
                    all.filter(Files::isRegularFile)
                            .forEach(file ->
                                    files.put(tree.relativize(file).toString().replace('\\', '/'), file));
                }
            }
        }
    }

    /** A night runs those that were missed before it, unless it is told not to. */
    private void nights(LocalDate asked, boolean catchUp) throws IOException {
        LocalDate first = lastNight
                .map(last -> last.plusDays(1))
                .filter(day -> catchUp && day.isBefore(asked))
                .orElse(asked);
        for (LocalDate night = first; !night.isAfter(asked); night = night.plusDays(1)) {
            night(night);
        }
        lastNight = lastNight.filter(last -> last.isAfter(asked)).or(() -> Optional.of(asked));
    }

    private void night(LocalDate night) throws IOException {
        Reference reference = reference();
        List<Item> items = new ArrayList<>();
        for (Map.Entry<List<String>, TreeMap<String, Path>> entry : folders().entrySet()) {
            String workspace = entry.getKey().get(0);
            LocalDate day = LocalDate.parse(entry.getKey().get(1));
            if (!day.isAfter(night)) {
                RawDay raw = RawDay.read(workspace, day, entry.getValue());
                days.put(entry.getKey(), raw);
                List<Item> reported = RawItems.of(workspace, day, raw.records, reference);
                count(entry.getKey(), new Metering(reference).quantities(workspace, day, reported));
                boolean free = reference.plan(workspace, day).equals("free");
                freeUsage.put(
                        day + " " + workspace,
                        free ? Consumption.freeUsage(reference, workspace, day, reported) : List.of());
                items.addAll(reported);
            }
        }
        calculator.night(night, reference, items);
        calculator.ratings.forEach((day, ratings) -> ratings.forEach((workspace, rating) -> {
            if (rating instanceof Charged charged) {
                consumption.raiseAlerts(reference, workspace, day, charged);
            }
        }));
        notices.removeIf(row -> row.get(0).equals(night.toString()));
        Notices telling = new Notices(reference, Rules.SHIPPED, night);
        reference.accounts.forEach(
                account -> notices.addAll(telling.of(account, calculator.ledgers.get(account.id()))));
        deliverDays(night, reference);
    }

    private Reference reference() throws IOException {
        Map<String, Path> tables = new TreeMap<>();
        files.forEach((path, file) -> {
            if (path.startsWith("reference/")) {
                tables.put(path.substring("reference/".length()), file);
            }
        });
        return ReferenceFolder.read(tables);
    }

    /** The traffic files by workspace and day, and by name. */
    private Map<List<String>, TreeMap<String, Path>> folders() {
        Map<List<String>, TreeMap<String, Path>> folders = new TreeMap<>(SampleCalculation::compare);
        files.forEach((path, file) -> {
            String[] parts = path.split("/", 4);
            if (parts[0].equals("traffic")) {
                folders.computeIfAbsent(List.of(parts[1], parts[2]), any -> new TreeMap<>())
                        .put(parts[3], file);
            }
        });
        return folders;
    }

    /** A workspace-day that gives other quantities gets another revision. */
    private void count(List<String> workspaceDay, Map<Tier, Fraction> quantities) {
        if (!quantities.equals(metered.put(workspaceDay, quantities))) {
            readings.merge(workspaceDay, 1, Integer::sum);
        }
    }

    private void deliverDays(LocalDate night, Reference reference) {
        PostingRows postings = new PostingRows(reference, books, calculator.ledgers);
        Map<String, SampleTable> tables = Map.of(
                "usage.csv", SampleTable.USAGE.with(usage()),
                "bill-lines.csv", SampleTable.BILL_LINES.with(PostingRows.billLines(calculator.postings)),
                "settlement.csv", SampleTable.SETTLEMENT.with(calculator.settlements()),
                "holds.csv", SampleTable.HOLDS.with(holds()),
                "notices.csv", SampleTable.NOTICES.with(notices),
                "free-usage.csv",
                        SampleTable.FREE_USAGE.with(freeUsage.values().stream()
                                .flatMap(List::stream)
                                .toList()),
                "alerts.csv", SampleTable.ALERTS.with(consumption.alerts));
        TreeSet<String> periods = new TreeSet<>(delivered.periods());
        periods.removeIf(period -> period.length() != night.toString().length());
        periods.add(night.toString());
        tables.values().forEach(table -> table.rows().forEach(row -> periods.add(row.get(0))));
        for (String period : periods) {
            Map<String, SampleTable> ofDay = new TreeMap<>();
            tables.forEach((name, table) -> ofDay.put(
                    name,
                    table.with(table.rows().stream()
                            .filter(row -> row.get(0).equals(period))
                            .sorted(SampleCalculation::compare)
                            .toList())));
            List<Posting> posted = calculator.postings.stream()
                    .filter(posting -> posting.posted().toString().equals(period))
                    .toList();
            ofDay.put("bill-details.csv", SampleTable.BILL_DETAILS.with(postings.billDetails(posted)));
            delivered.deliver(period, ofDay);
        }
    }

    private List<List<String>> usage() {
        List<List<String>> rows = new ArrayList<>();
        metered.forEach((workspaceDay, quantities) -> quantities.forEach((tier, quantity) -> rows.add(List.of(
                workspaceDay.get(1),
                workspaceDay.get(0),
                tier.meter(),
                tier.daysText(),
                quantity.plain(),
                tier.unit().plain(),
                Integer.toString(readings.get(workspaceDay))))));
        return rows;
    }

    /** Without the details, which are texts. */
    private List<List<String>> holds() {
        return calculator.holds().stream()
                .map(row -> row.subList(0, row.size() - 1))
                .toList();
    }

    /** Months keep to the layout of the one before, unless a setting names one. */
    private void close(YearMonth month, LocalDate issued, Map<String, String> settings) throws IOException {
        Reference reference = reference();
        Map<String, String> sellers = new TreeMap<>();
        reference.accounts.forEach(account -> sellers.put(
                account.currency(), settings.getOrDefault("billing.seller." + account.currency() + ".name", "")));
        layout = Integer.parseInt(settings.getOrDefault("billing.delivery.invoices", Integer.toString(layout)));
        calculator.close(month, reference, new InvoiceRows.Issue(issued, sellers));
        List<List<String>> invoices = ofMonth(calculator.invoices, month);
        List<List<String>> lines = calculator.invoiceDetails.stream()
                .filter(row -> row.get(0).equals(month.toString()))
                .toList();
        if (layout == 1) {
            invoices = invoices.stream()
                    .map(row -> row.subList(0, SampleTable.INVOICES.columns().size()))
                    .toList();
            lines = ofMonth(calculator.invoiceLines, month);
        }
        delivered.deliver(month.toString(), files("", invoices, lines));
        Map<String, SampleTable> ofAccounts = new TreeMap<>();
        for (Reference.Account account : reference.accounts) {
            List<List<String>> own = ofAccount(invoices, account.id());
            if (!own.isEmpty()
                    && reference.profile(account.id(), month.atEndOfMonth()).isPresent()) {
                ofAccounts.putAll(files(account.id() + "/", own, ofAccount(lines, account.id())));
            }
        }
        if (!ofAccounts.isEmpty()) {
            delivered.deliver(month + "/accounts", ofAccounts);
        }
    }

    private Map<String, SampleTable> files(String folder, List<List<String>> invoices, List<List<String>> lines) {
        return Map.of(
                folder + "invoices.csv",
                (layout == 1 ? SampleTable.INVOICES : SampleTable.INVOICES_2).with(invoices),
                folder + "invoice-lines.csv",
                (layout == 1 ? SampleTable.INVOICE_LINES : SampleTable.INVOICE_LINES_2).with(lines));
    }

    private static List<List<String>> ofAccount(List<List<String>> rows, String account) {
        return rows.stream().filter(row -> row.get(1).equals(account)).toList();
    }

    private static List<List<String>> ofMonth(List<List<String>> rows, YearMonth month) {
        return rows.stream()
                .filter(row -> row.get(0).equals(month.toString()))
                .sorted(SampleCalculation::compare)
                .toList();
    }

    private List<List<String>> quarantine() {
        return days.values().stream()
                .flatMap(day -> day.quarantine.stream())
                .sorted(Comparator.comparing((List<String> row) -> row.get(0))
                        .thenComparing(row -> row.get(1))
                        .thenComparing(row -> row.get(2))
                        .thenComparing(row -> Integer.valueOf(row.get(3))))
                .toList();
    }

    private static int compare(List<String> left, List<String> right) {
        for (int cell = 0; cell < Math.min(left.size(), right.size()); cell++) {
            int order = left.get(cell).compareTo(right.get(cell));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
