package io.billingcenter.jobs.metering;

import io.billingcenter.domain.metering.plan.MeteringTask;
import io.billingcenter.readers.files.traffic.FastTrafficReader;
import io.billingcenter.readers.files.traffic.FastTrafficReader.Resources;
import io.billingcenter.readers.files.traffic.FileAccess;
import io.billingcenter.readers.files.traffic.ReadingProgress;
import io.billingcenter.readers.files.traffic.TrafficReader;

/** The reader of one partition; it is reused, with its tables, while tasks have the same resources. */
final class TrafficReaders {

    private final FileAccess access;
    private final ReadingProgress progress;
    private Resources resources = Resources.ONE_THREAD;
    private FastTrafficReader reader;

    TrafficReaders(ReadingProgress progress) {
        this(FileAccess.RETRYING, progress);
    }

    /** Readers with a special access to files. */
    TrafficReaders(FileAccess access, ReadingProgress progress) {
        this.access = access;
        this.progress = progress;
        this.reader = new FastTrafficReader(access, resources, progress);
    }

    /** Records that the files of a task are read once more than planned. */
    void readAgain(MeteringTask task) {
        progress.readAgain(task.resources().sizeBytes());
    }

    /** Returns the reader for a task; it cannot be used for another task at the same time. */
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
