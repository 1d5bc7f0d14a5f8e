package io.billingcenter.jobs.metering;

import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.traffic.ChangedFileException;
import io.billingcenter.remote.traffic.RemoteTraffic;
import io.billingcenter.writers.files.metering.StagingFolder;
import java.io.IOException;
import java.util.List;

/**
 * Copies files of a remote store into the staging folder. A copy that does not arrive whole is begun anew; what cannot be had at all
 * ends the run, so that a cut connection never looks like a cut file.
 */
final class RemoteFetch {

    private final RemoteTraffic remote;
    private final RemoteCalls calls;
    private final StagingFolder staging;

    /** The result for a file. */
    enum Outcome {
        /** The copy is there. */
        FETCHED,
        /** The store has another version or none by now; the next listing decides. */
        CHANGED,
        /** The store lists the file and does not give it. */
        DENIED
    }

    /**
     * The result for a file.
     *
     * @param reason expected and found state; empty for a copy that is there
     */
    record Result(RemoteFile file, Outcome outcome, String reason) {}

    RemoteFetch(RemoteTraffic remote, RemoteCalls calls, StagingFolder staging) {
        this.remote = remote;
        this.calls = calls;
        this.staging = staging;
    }

    /**
     * Copies the files, several at once.
     *
     * @throws IOException if a copy did not arrive whole in any attempt
     */
    List<Result> fetch(List<RemoteFile> files) throws IOException {
        return calls.all(files, this::fetch);
    }

    private Result fetch(RemoteFile file) throws IOException {
        try {
            staging.store(file, to -> remote.fetch(file, to));
            return new Result(file, Outcome.FETCHED, "");
        } catch (ChangedFileException e) {
            return new Result(file, Outcome.CHANGED, String.valueOf(e.getMessage()));
        } catch (RemoteException e) {
            if (e.isTemporary()) {
                throw e;
            }
            return new Result(file, Outcome.DENIED, String.valueOf(e.getMessage()));
        }
    }
}
