package io.billingcenter.jobs.cli;

import io.billingcenter.domain.outbox.ShipmentHistory;
import io.billingcenter.jobs.outbox.ShipTargets;
import io.billingcenter.readers.tables.outbox.ShipmentReader;
import io.billingcenter.writers.files.AtomicFile;
import io.billingcenter.writers.files.explain.JsonTree;
import io.billingcenter.writers.files.outbox.ReceiptList;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that lists shipments with their attempts and receipts. */
@Command(
        name = "receipts",
        description =
                "Lists what was sent to the targets, with attempts and receipts, and what is open. Ends with 2 while"
                        + " something is open for a target of the settings.")
final class ReceiptsCommand extends QueryCommand {

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "Only this day, set or month; a month with its days and sets.")
    private @Nullable String period;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the list into a CSV file, replacing it.")
    private @Nullable Path csv;

    @Override
    ExitStatus answer(ConfigurableApplicationContext context, PrintWriter out) {
        ShipmentReader reader = new ShipmentReader(context.getBean(JdbcTemplate.class));
        List<ShipmentHistory> shipments = reader.history(period);
        ReceiptList list = new ReceiptList(context.getBean(ShipTargets.class)::isConfigured);
        if (csv != null) {
            write(list, shipments, csv);
        } else if (json()) {
            JsonTree.print(list.tree(shipments), out);
        } else {
            list.print(shipments, out);
        }
        return shipments.stream().anyMatch(list::isOpen) ? ExitStatus.ATTENTION : ExitStatus.DONE;
    }

    private static void write(ReceiptList list, List<ShipmentHistory> shipments, Path file) {
        try (AtomicFile atomic = AtomicFile.createWithFolders(file)) {
            list.writeCsv(shipments, atomic.writer());
            atomic.commit();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to write the list of receipts to " + file, e);
        }
    }
}
