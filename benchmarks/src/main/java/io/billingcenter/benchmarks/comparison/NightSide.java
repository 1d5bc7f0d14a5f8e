package io.billingcenter.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A program whose nights are measured. */
interface NightSide {

    /** Returns its name, for people and for the names of files. */
    String name();

    /** Prepares what every night begins with. */
    void prepare() throws IOException, SQLException, InterruptedException;

    /** Runs a night. */
    NightRun run() throws IOException, SQLException, InterruptedException;

    /** Returns the folder with the files that the last night delivered. */
    Path delivered();

    /** Deletes what would disturb the next run of the other side. */
    void finish() throws IOException, SQLException;
}
