package io.billingcenter.writers.files.focus;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.focus.FocusDataset;
import io.billingcenter.domain.focus.FocusVersion;
import io.billingcenter.writers.files.delivery.SetFile;
import io.billingcenter.writers.files.delivery.SetFiles;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A CSV file of FOCUS while it is written: RFC 4180, UTF-8, and nothing between the commas for a cell without a value. A row that
 * breaks a rule with MUST refuses the whole set; one that breaks a rule with SHOULD is told to the log, once for each rule.
 */
final class FocusFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FocusFile.class);
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final SetFile file;
    private final Writer text;
    private final CsvWriter csv;
    private final FocusRules rules;
    private final Set<String> told = new HashSet<>();
    private long rows;

    /**
     * Begins a file with its header.
     *
     * @param schema name and version of its layout
     */
    FocusFile(SetFiles files, FocusVersion version, FocusDataset dataset, List<String> header, String schema)
            throws IOException {
        this.name = dataset.fileName(version) + ".csv";
        this.rules = new FocusModel(version, dataset).rules(header);
        requireColumns(header);
        this.file = files.create(name, schema);
        this.text = new OutputStreamWriter(file, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(BUFFER)
                .build(text);
        csv.writeRecord(header);
    }

    private void requireColumns(List<String> header) {
        for (RuleViolation violation : rules.headerViolations()) {
            if (violation.rule().isRequired()) {
                throw SetRefusedException.incomplete("Expected the column "
                        + violation.rule().column() + " in " + name + ", which rule "
                        + violation.rule().id() + " of FOCUS wants, found " + String.join(",", header)
                        + "; add it to billing.focus.columns");
            }
        }
    }

    /** Checks and writes a row. */
    void write(@Nullable String[] cells) {
        rules.check(cells, this::report);
        csv.writeRecord(cells);
        rows++;
    }

    private void report(RuleViolation violation) {
        if (violation.rule().isRequired()) {
            throw SetRefusedException.unbalanced("Expected rows of " + name + " that keep the rules of FOCUS, found "
                    + violation.text()
                    + "; nothing of the set was published. Correct the reference data that the value comes"
                    + " from, then repeat");
        }
        if (told.add(violation.rule().id())) {
            LOG.warn("A row of {} does not follow a recommendation of FOCUS: {}", name, violation.text());
        }
    }

    /** Returns the name of the file. */
    String name() {
        return name;
    }

    /** Returns the number of rows written. */
    long rows() {
        return rows;
    }

    /** Completes the file. */
    void complete() throws IOException {
        csv.flush();
        text.flush();
        file.complete(rows);
    }

    /** Closes the file without completing it, if it was not completed. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
