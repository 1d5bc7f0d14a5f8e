package io.billingcenter.readers.files.installation;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.installation.OutputFolderContent;
import io.billingcenter.domain.installation.OutputFolderContent.Report;
import io.billingcenter.domain.installation.PublishedRevision;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.time.BillingMonth;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the content of an output folder without changing it. */
public final class OutputFolderReader {

    private static final Pattern REVISION = Pattern.compile("r([1-9][0-9]{0,8})");
    private static final Pattern REPORT =
            Pattern.compile("([A-Za-z]+)-([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)-([1-9][0-9]{0,8})");
    private static final String INVOICES = "invoices.csv";
    private static final JsonMapper JSON = new JsonMapper();

    /** The invoices in a revision of a month. */
    private record PublishedInvoices(int revision, Path file) {

        PublishedInvoices later(PublishedInvoices other) {
            return other.revision > revision ? other : this;
        }
    }

    private final Path out;

    /** Creates a reader of that folder. */
    public OutputFolderReader(Path out) {
        this.out = out;
    }

    /**
     * Returns the revisions, invoice numbers and reports in the folder; all are empty if the folder does not exist.
     *
     * @throws IOException if something in it cannot be read
     */
    public OutputFolderContent read() throws IOException {
        List<PublishedRevision> revisions = new ArrayList<>();
        Map<BillingMonth, PublishedInvoices> months = new HashMap<>();
        for (Path folder : children(out)) {
            Optional<DeliveryPeriod> period = periodOf(nameOf(folder));
            if (period.isPresent()) {
                for (Path revision : children(folder)) {
                    Matcher name = REVISION.matcher(nameOf(revision));
                    if (name.matches()) {
                        revisions.add(new PublishedRevision(
                                period.get(), Integer.parseInt(name.group(1)), contentDigest(revision)));
                        if (period.get() instanceof DeliveryPeriod.OfMonth month
                                && Files.exists(revision.resolve(INVOICES))) {
                            months.merge(
                                    month.month(),
                                    new PublishedInvoices(Integer.parseInt(name.group(1)), revision.resolve(INVOICES)),
                                    PublishedInvoices::later);
                        }
                    }
                }
            }
        }
        Map<BillingMonth, InvoiceLayout> layouts = new HashMap<>();
        for (Map.Entry<BillingMonth, PublishedInvoices> month : months.entrySet()) {
            layouts.put(month.getKey(), layout(month.getValue().file()));
        }
        return new OutputFolderContent(revisions, invoices(), layouts, reports());
    }

    /** Returns the layout of a file of invoices; one without a known header counts as the first. */
    private static InvoiceLayout layout(Path invoices) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(invoices)) {
            String header = lines.readLine();
            return InvoiceLayout.ofHeader(header == null ? List.of() : List.of(header.split(",")))
                    .orElse(InvoiceLayout.VERSION_1);
        }
    }

    private List<InvoiceNumber> invoices() throws IOException {
        List<InvoiceNumber> numbers = new ArrayList<>();
        if (!Files.isDirectory(out)) {
            return numbers;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(out)) {
            files = walk.filter(file -> nameOf(file).equals(INVOICES) && Files.isRegularFile(file))
                    .toList();
        }
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    numbers.addAll(InvoiceNumber.in(line));
                }
            }
        }
        return numbers;
    }

    private List<Report> reports() throws IOException {
        List<Report> reports = new ArrayList<>();
        for (Path folder : children(out.resolve("reports"))) {
            Matcher name = REPORT.matcher(nameOf(folder));
            if (name.matches()) {
                reports.add(new Report(name.group(1), name.group(2), Integer.parseInt(name.group(3))));
            }
        }
        return reports;
    }

    private static String contentDigest(Path revision) throws IOException {
        Path manifest = revision.resolve("manifest.json");
        if (!Files.isRegularFile(manifest)) {
            return "";
        }
        try {
            return JSON.readTree(Files.readString(manifest))
                    .path("contentDigest")
                    .asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static Optional<DeliveryPeriod> periodOf(String name) {
        try {
            return Optional.of(DeliveryPeriod.parse(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
