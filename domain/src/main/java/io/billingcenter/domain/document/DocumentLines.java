package io.billingcenter.domain.document;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a document in the order in which they are printed.
 *
 * @param sections usage and fees by workspace, those without a workspace last
 * @param adjustments changes of earlier amounts, by day
 */
public record DocumentLines(List<WorkspaceSection> sections, List<AdjustmentLine> adjustments) {

    private static final Set<PostingKind> CHANGES = EnumSet.of(PostingKind.ADJUSTMENT, PostingKind.CREDIT);

    private static final Comparator<AdjustmentLine> BY_DAY =
            Comparator.comparing(AdjustmentLine::day, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The workspace of a section. */
    private record Workspace(@Nullable WorkspaceId id, String name) {}

    /** Copies the lists. */
    public DocumentLines {
        sections = List.copyOf(sections);
        adjustments = List.copyOf(adjustments);
    }

    /**
     * Orders lines.
     *
     * @param lines ordered by workspace, meter, retention, kind, day and price
     */
    public static DocumentLines of(List<DocumentLine> lines) {
        Map<Workspace, List<MeterLine>> byWorkspace = new LinkedHashMap<>();
        List<AdjustmentLine> adjustments = new ArrayList<>();
        for (DocumentLine line : lines) {
            if (CHANGES.contains(line.kind())) {
                adjustments.add(adjustment(line));
            } else {
                byWorkspace
                        .computeIfAbsent(new Workspace(line.workspace(), line.name()), first -> new ArrayList<>())
                        .add(meterLine(line));
            }
        }
        List<WorkspaceSection> sections = new ArrayList<>();
        List<WorkspaceSection> without = new ArrayList<>();
        byWorkspace.forEach((workspace, of) -> (workspace.id() == null ? without : sections)
                .add(new WorkspaceSection(workspace.id(), workspace.name(), of)));
        sections.addAll(without);
        adjustments.sort(BY_DAY);
        return new DocumentLines(sections, adjustments);
    }

    private static AdjustmentLine adjustment(DocumentLine line) {
        return new AdjustmentLine(
                line.detail().billingDay(),
                line.workspace(),
                line.name(),
                line.tier(),
                line.detail().quantity(),
                line.detail().amount());
    }

    private static MeterLine meterLine(DocumentLine line) {
        return new MeterLine(
                line.tier(),
                line.kind(),
                line.detail().quantity(),
                line.detail().unitPrice(),
                line.detail().amount());
    }
}
