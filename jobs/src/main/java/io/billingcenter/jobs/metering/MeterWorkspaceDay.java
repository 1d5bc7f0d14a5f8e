package io.billingcenter.jobs.metering;

import io.billingcenter.domain.usage.MeteredDay;
import io.billingcenter.domain.usage.MeteredReading;
import io.billingcenter.domain.usage.MeteringTask;
import io.billingcenter.domain.usage.MeteringTermsBook;
import io.billingcenter.domain.usage.QuarantineLimit;
import io.billingcenter.readers.traffic.TrafficFolder;
import io.billingcenter.readers.traffic.TrafficReader;
import io.billingcenter.writers.metering.QuarantineWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the files of a workspace-day, or a slice of one; what is rejected is stored at once, in the transaction of the chunk. */
final class MeterWorkspaceDay implements ItemProcessor<MeteringTask, MeteredReading> {

    private final TrafficFolder folder;
    private final TrafficReader reader;
    private final MeteringTermsBook terms;
    private final QuarantineLimit limit;
    private final JdbcTemplate jdbc;

    MeterWorkspaceDay(
            TrafficFolder folder,
            TrafficReader reader,
            MeteringTermsBook terms,
            QuarantineLimit limit,
            JdbcTemplate jdbc) {
        this.folder = folder;
        this.reader = reader;
        this.terms = terms;
        this.limit = limit;
        this.jdbc = jdbc;
    }

    @Override
    public MeteredReading process(MeteringTask task) throws IOException {
        Path dayFolder = folder.folderOf(task.workspaceDay());
        List<Path> files = task.files().stream().map(dayFolder::resolve).toList();
        QuarantineWriter quarantine = new QuarantineWriter(jdbc, task);
        MeteredDay day = reader.read(
                task.workspaceDay(), files, terms.termsOf(task.workspaceDay()).of(task.slice()), quarantine);
        quarantine.flush();
        return new MeteredReading(task, day, limit.isExceededBy(day));
    }
}
