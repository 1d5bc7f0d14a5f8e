package io.billingcenter.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.invoicing.CloseFacts.Cell;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies the findings that prevent a close, those that can be accepted, and those that are only listed. */
class CloseChecklistTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-11");
    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final SilentWorkspaces.Limit LIMIT = new SilentWorkspaces.Limit(1, 5, 1);

    /**
     * Workspaces that fell silent, their charges of the day before in cents, all charges, and the number of all
     * workspaces.
     */
    @ParameterizedTest
    @CsvSource({
        // a lost customer of 1 % and below: listed
        "1, 99, 10000, 400, false",
        "1, 100, 10000, 400, false",
        "1, 101, 10000, 400, true",
        // four of few: only charges matter
        "4, 0, 10000, 10, false",
        // five, and more than 1 % of all
        "5, 0, 10000, 499, true",
        "5, 0, 10000, 500, false",
        // nothing was charged at all
        "1, 0, 0, 1, false"
    })
    void aSilenceBlocksAboveItsLimit(int workspaces, long charged, long all, long allWorkspaces, boolean blocks) {
        SilentWorkspaces silence = silence(workspaces, 1, charged, all, allWorkspaces);
        assertThat(silence.exceeds(LIMIT)).isEqualTo(blocks);
        CloseChecklist checklist = checklist(List.of(), List.of(silence), List.of());
        assertThat(checklist.findings()).hasSize(workspaces);
        assertThat(checklist.against(Set.of())).hasSize(blocks ? workspaces : 0);
        assertThat(checklist.against(Set.of(CloseReason.MISSING))).isEmpty();
    }

    /** A silence is a single one, regardless of its number of days. */
    @Test
    void theDaysOfASilenceAreTakenTogether() {
        assertThat(silence(1, 31, 99, 10_000, 400).exceeds(LIMIT)).isFalse();
        assertThat(silence(1, 31, 101, 10_000, 400).exceeds(LIMIT)).isTrue();
        assertThat(silence(2, 31, 0, 10_000, 20).exceeds(LIMIT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', holds unreadable vanished earlier-month",
        "holds, unreadable vanished earlier-month",
        "'nights,missing', holds unreadable vanished earlier-month",
        "'holds,unreadable,vanished', earlier-month",
        "'holds,unreadable,vanished,earlier-month', ''"
    })
    void onlyWhatIsNamedIsAccepted(String accepted, String against) {
        CloseChecklist checklist = checklist(
                List.of(cell(CloseReason.HOLDS), cell(CloseReason.UNREADABLE), cell(CloseReason.VANISHED)),
                List.of(),
                List.of(BillingMonth.parse("2026-10")));
        Set<CloseReason> reasons = Arrays.stream(accepted.split(","))
                .flatMap(name -> CloseReason.of(name).stream())
                .collect(Collectors.toSet());
        assertThat(checklist.against(reasons).stream()
                        .map(finding -> finding.reason().text())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(against);
        assertThat(checklist.accepted(reasons))
                .hasSize(
                        checklist.findings().size() - checklist.against(reasons).size());
    }

    @Test
    void everyLineSaysWhatToDo() {
        CloseChecklist checklist = checklist(
                List.of(cell(CloseReason.HOLDS), cell(CloseReason.UNREADABLE), cell(CloseReason.VANISHED)),
                List.of(silence(1, 1, 101, 10_000, 400)),
                List.of(BillingMonth.parse("2026-10")));
        String message = new CloseRefusedException(checklist, checklist.against(Set.of())).getMessage();
        assertThat(message.lines())
                .contains(
                        "  holds 2026-11-21 ws-1: held for no_binding, found; remove the cause and let the next night post it,"
                                + " or, if it is known, run billing holds ack --workspace ws-1 --day 2026-11-21 --reason"
                                + " no_binding --note TEXT",
                        "  earlier-month 2026-10: it has postings and is open; run billing close --month 2026-10",
                        "Nothing was closed and nothing was numbered. Resolve these, or close the month anyway with --accept"
                                + " holds,missing,unreadable,vanished,earlier-month --reason TEXT.");
        assertThat(message)
                .contains("missing 2026-11-21 ws-0: no files from", "rerun --day 2026-11-21 --workspace ws-1");
    }

    @Test
    void whatSaysItselfWhatToDoIsNotToldTwice() {
        String found =
                "a.csv: found it gone; put it back, or: billing rerun --day 2026-11-21 --workspace ws-1 --withdrawn";
        CloseChecklist checklist = checklist(
                List.of(new Cell(CloseReason.VANISHED, "ws-1", DAY, CloseReason.VANISHED.text(), found)),
                List.of(),
                List.of());
        assertThat(checklist.findings().get(0).text())
                .isEqualTo(
                        "vanished 2026-11-21 ws-1: " + found + "; or, if it is known, run billing holds ack --workspace"
                                + " ws-1 --day 2026-11-21 --reason vanished --note TEXT");
    }

    @Test
    void theDigestIsThatOfTheList() {
        CloseChecklist one = checklist(List.of(cell(CloseReason.HOLDS)), List.of(), List.of());
        CloseChecklist other = checklist(List.of(cell(CloseReason.VANISHED)), List.of(), List.of());
        assertThat(one.digest()).hasSize(64).isNotEqualTo(other.digest());
        assertThat(checklist(List.of(cell(CloseReason.HOLDS)), List.of(), List.of())
                        .digest())
                .isEqualTo(one.digest());
    }

    private static Cell cell(CloseReason kind) {
        return new Cell(kind, "ws-1", DAY, kind == CloseReason.HOLDS ? "no_binding" : kind.text(), "found");
    }

    private static CloseChecklist checklist(
            List<Cell> cells, List<SilentWorkspaces> silences, List<BillingMonth> open) {
        return CloseChecklist.of(new CloseFacts(MONTH, new Nights(null, List.of()), cells, silences, LIMIT, open));
    }

    private static SilentWorkspaces silence(int workspaces, int days, long charged, long all, long allWorkspaces) {
        List<SilentWorkspaces.Day> silent = IntStream.range(0, workspaces)
                .boxed()
                .flatMap(workspace -> IntStream.range(0, days)
                        .mapToObj(day -> new SilentWorkspaces.Day("ws-" + workspace, DAY.plusDays(day))))
                .toList();
        return new SilentWorkspaces(
                DAY,
                silent,
                Map.of("CNY", BigDecimal.valueOf(charged, 2)),
                Map.of("CNY", BigDecimal.valueOf(all, 2)),
                allWorkspaces);
    }
}
