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
    private Resources means = Resources.ONE_THREAD;
    private FastTrafficReader reader;

    TrafficReaders(ReadingProgress progress) {
        this(FileAccess.RETRYING, progress);
    }

    /** Readers that reach files through that access. */
    TrafficReaders(FileAccess access, ReadingProgress progress) {
        this.access = access;
        this.progress = progress;
        this.reader = new FastTrafficReader(access, means, progress);
    }

    /** The files of a task are read once more than was planned. */
    void readAgain(MeteringTask task) {
        progress.readAgain(task.means().sizeBytes());
    }

    /** The reader for a task; not to be used for another one at the same time. */
    TrafficReader of(MeteringTask task) {
        Resources wanted = new Resources(task.means().tableBytes(), task.means().threads());
        if (!wanted.equals(means)) {
            means = wanted;
            reader = new FastTrafficReader(access, means, progress);
        }
        return reader;
    }
}
