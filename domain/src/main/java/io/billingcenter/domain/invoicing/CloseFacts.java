package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.invoicing.CloseFinding.Effect;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts about a month that decide whether it can be closed.
 *
 * @param nights nights of the month
 * @param cells holds, and unreadable or vanished files, that nobody has acknowledged
 * @param silences silences that nobody has acknowledged
 * @param limit limit above which a silence blocks the close
 * @param openMonths earlier months with postings that are still open
 */
public record CloseFacts(
        BillingMonth month,
        Nights nights,
        List<Cell> cells,
        List<SilentWorkspaces> silences,
        SilentWorkspaces.Limit limit,
        List<BillingMonth> openMonths) {

    /** The start of a command. A detail that contains one already says how to proceed. */
    private static final String COMMAND = "billing ";

    /**
     * A hold, or a traffic file in an unexpected state.
     *
     * @param kind {@link CloseReason#HOLDS}, {@link CloseReason#UNREADABLE} or {@link CloseReason#VANISHED}
     * @param reason reason of the hold, or kind of the finding
     * @param detail description for people
     */
    public record Cell(CloseReason kind, String workspace, BillingDay day, String reason, String detail) {}

    /** Copies the lists. */
    public CloseFacts {
        cells = List.copyOf(cells);
        silences = List.copyOf(silences);
        openMonths = List.copyOf(openMonths);
    }

    List<CloseFinding> findings() {
        List<CloseFinding> findings = new ArrayList<>(nights.notDone(month));
        cells.stream().map(CloseFacts::finding).forEach(findings::add);
        for (SilentWorkspaces silence : silences) {
            Effect effect = silence.exceeds(limit) ? Effect.BLOCKS : Effect.LISTED;
            silence.days().forEach(day -> findings.add(finding(silence, day, effect)));
        }
        for (BillingMonth open : openMonths) {
            findings.add(new CloseFinding(
                    CloseReason.EARLIER_MONTH,
                    null,
                    open.toString(),
                    "it has postings and is open; run billing close --month " + open,
                    Effect.BLOCKS));
        }
        return findings;
    }

    private static CloseFinding finding(Cell cell) {
        String todo = switch (cell.kind()) {
            case UNREADABLE -> "replace the file and let the next night read it, ";
            case VANISHED ->
                "put the file back, or run billing rerun --day " + cell.day() + " --workspace " + cell.workspace()
                        + " --withdrawn, ";
            default -> "remove the cause and let the next night post it, ";
        };
        String found = cell.kind() == CloseReason.HOLDS ? "held for " + cell.reason() + ", " : "";
        return new CloseFinding(
                cell.kind(),
                cell.day(),
                cell.workspace(),
                found + cell.detail() + "; " + (cell.detail().contains(COMMAND) ? "" : todo)
                        + known(cell.workspace(), cell.day(), cell.reason()),
                Effect.BLOCKS);
    }

    private static CloseFinding finding(SilentWorkspaces silence, SilentWorkspaces.Day day, Effect effect) {
        return new CloseFinding(
                CloseReason.MISSING,
                day.day(),
                day.workspace(),
                "no files from " + silence.first() + " on; bring them and let the next night read them, "
                        + known(day.workspace(), day.day(), CloseReason.MISSING.text()),
                effect);
    }

    private static String known(String workspace, BillingDay day, String reason) {
        return "or, if it is known, run billing holds ack --workspace " + workspace + " --day " + day + " --reason "
                + reason + " --note TEXT";
    }
}
