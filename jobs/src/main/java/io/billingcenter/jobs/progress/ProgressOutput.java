package io.billingcenter.jobs.progress;

import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Where a run tells how far it is: a line of a terminal that is drawn again and again, if there is one, and the log. */
public final class ProgressOutput {

    /** Empties the line of a terminal on which the cursor stands; without effect where nothing was drawn. */
    public static final String ERASE_LINE = "\r\u001B[K";

    /** The longest line that does not break on a usual terminal; a line that breaks cannot be drawn again. */
    static final int LONGEST_LINE = 79;

    private static final String ERASE_REST = "\u001B[K";

    /** Known to the settings of the log: only the file has what is told here. */
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

    /** Draws on the terminal to which that writer writes. */
    public static ProgressOutput onTerminal(PrintWriter terminal) {
        return of(terminal);
    }

    /** Draws nothing; what is said goes to the log. */
    public static ProgressOutput inLog() {
        return of(null);
    }

    private static ProgressOutput of(@Nullable PrintWriter terminal) {
        return new ProgressOutput(
                terminal,
                LoggerFactory.getLogger(ProgressOutput.class)::info,
                LoggerFactory.getLogger(FILE_LOGGER)::info);
    }

    /** Whether something can be drawn. */
    public boolean isTerminal() {
        return terminal != null;
    }

    /** Draws the line in place of the one drawn before. */
    public void draw(String line) {
        print("\r" + line.substring(0, Math.min(line.length(), LONGEST_LINE)) + ERASE_REST);
    }

    /** Empties the line. */
    public void erase() {
        print(ERASE_LINE);
    }

    /** Says something in the log, which the console shows too. */
    void say(String line) {
        log.accept(line);
    }

    /** Notes something in the log file; the console is silent about it. */
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
