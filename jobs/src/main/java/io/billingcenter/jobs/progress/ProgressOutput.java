package io.billingcenter.jobs.progress;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The output of the progress of a run: a line of a terminal that is redrawn, if there is one, and the log. */
public final class ProgressOutput {

    /** Erases the line of the cursor on a terminal; has no effect where nothing was drawn. */
    public static final String ERASE_LINE = "\r\u001B[K";

    /** The longest line that does not wrap on a usual terminal; a wrapped line cannot be redrawn. */
    static final int LONGEST_LINE = 79;

    private static final String ERASE_REST = "\u001B[K";

    /** Name of the logger that the log settings send to the file only. */
    private static final String FILE_LOGGER = "io.billingcenter.file";

    private final @Nullable PrintWriter terminal;
    private final Consumer<String> log;
    private final Consumer<String> logFile;

    /**
     * An output.
     *
     * @param log takes lines for the log, which the console shows too
     * @param logFile takes lines for the log file alone
     */
    ProgressOutput(@Nullable PrintWriter terminal, Consumer<String> log, Consumer<String> logFile) {
        this.terminal = terminal;
        this.log = log;
        this.logFile = logFile;
    }

    /** Returns an output that draws on the terminal of a writer. */
    public static ProgressOutput onTerminal(PrintWriter terminal) {
        return of(terminal);
    }

    /** Returns an output that draws nothing; messages go to the log. */
    public static ProgressOutput inLog() {
        return of(null);
    }

    private static ProgressOutput of(@Nullable PrintWriter terminal) {
        return new ProgressOutput(
                terminal,
                LoggerFactory.getLogger(ProgressOutput.class)::info,
                LoggerFactory.getLogger(FILE_LOGGER)::info);
    }

    /** Returns whether there is a terminal. */
    public boolean isTerminal() {
        return terminal != null;
    }

    /** Draws a line in place of the last one. */
    public void draw(String line) {
        print("\r" + line.substring(0, Math.min(line.length(), LONGEST_LINE)) + ERASE_REST);
    }

    /** Erases the line. */
    public void erase() {
        print(ERASE_LINE);
    }

    /** Writes a line to the log, which the console shows too. */
    void log(String line) {
        log.accept(line);
    }

    /** Writes a line to the log file alone. */
    public void note(String line) {
        logFile.accept(line);
    }

    private void print(String text) {
        if (terminal != null) {
            terminal.print(text);
            terminal.flush();
        }
    }
}
