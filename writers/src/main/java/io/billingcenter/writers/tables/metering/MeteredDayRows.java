package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a reading leaves, but for its measures.
 *
 * @param reading the row of the reading
 * @param revision the row of the revision that it made or confirmed; stored only if it is new
 * @param files rows of the files; only the totals if listing has made rows of them
 */
record MeteredDayRows(TableRow reading, TableRow revision, List<TableRow> files) {

    static MeteredDayRows of(MeteredReading reading, int revision, String contentDigest, long runId) {
        MeteringTask task = reading.task();
        List<ListedFile> unstored = task.unstoredFiles();
        List<FileTotals> totals = reading.day().files();
        List<TableRow> files = new ArrayList<>(totals.size());
        for (int number = 0; number < totals.size(); number++) {
            files.add(
                    unstored.isEmpty()
                            ? TrafficFileTable.totals(task.workspaceDay(), task.reading(), totals.get(number))
                            : TrafficFileTable.row(
                                    task.workspaceDay(), task.reading(), unstored.get(number), totals.get(number)));
        }
        return new MeteredDayRows(
                DayReadingTable.row(reading, revision, runId),
                MeteredDayTable.row(reading.day(), revision, contentDigest, runId),
                files);
    }
}
