package io.billingcenter.jobs.metering;

import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.readers.files.traffic.FastTrafficReader;
import io.billingcenter.readers.files.traffic.FastTrafficReader.Resources;
import io.billingcenter.readers.files.traffic.FileAccess;
import io.billingcenter.readers.files.traffic.ReadingProgress;
import io.billingcenter.readers.files.traffic.TrafficReader;

/** The reader of one partition: the same one, with its tables, as long as tasks may take the same. */
final class TrafficReaders {

    private final FileAccess access;
    private final ReadingProgress progress;
    private Resources resources = Resources.ONE_THREAD;
    private FastTrafficReader reader;

    TrafficReaders(ReadingProgress progress) {
        this(FileAccess.RETRYING, progress);
    }

    /** Readers that reach files through that access. */
    TrafficReaders(FileAccess access, ReadingProgress progress) {
        this.access = access;
        this.progress = progress;
        this.reader = new FastTrafficReader(access, resources, progress);
    }

    /** The files of a task are read once more than was planned. */
    void readAgain(MeteringTask task) {
        progress.readAgain(task.resources().sizeBytes());
    }

    /** The reader for a task; not to be used for another one at the same time. */
    TrafficReader of(MeteringTask task) {
        Resources wanted =
                new Resources(task.resources().tableBytes(), task.resources().threads());
        if (!wanted.equals(resources)) {
            resources = wanted;
            reader = new FastTrafficReader(access, resources, progress);
        }
        return reader;
    }
}
