package io.billingcenter.domain.quarantine;

import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mended records as a traffic file of their own. Its name is made of its content, and the content does not depend on the
 * order in which the records were mended: the same records give the same file.
 */
public final class RepairFile {

    private static final String HEADER = "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds\n";
    private static final int DIGITS = 32;
    private static final Comparator<RepairedRecord> BY_BYTES = Comparator.comparing(
                    (RepairedRecord record) -> record.text().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned)
            .thenComparingInt(RepairedRecord::line);

    private final WorkspaceDay target;
    private final String name;
    private final byte[] content;
    private final Map<Long, RepairedRecord> byOffset;

    private RepairFile(WorkspaceDay target, String name, byte[] content, Map<Long, RepairedRecord> byOffset) {
        this.target = target;
        this.name = name;
        this.content = content;
        this.byOffset = byOffset;
    }

    /**
     * The file of records that are all traffic records, or all metering rows.
     *
     * @param target the workspace-day that it is for
     */
    public static RepairFile of(WorkspaceDay target, List<RepairedRecord> records) {
        boolean meteringRows = records.get(0).original().isMeteringRow();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (!meteringRows) {
            content.writeBytes(HEADER.getBytes(StandardCharsets.UTF_8));
        }
        Map<Long, RepairedRecord> byOffset = new LinkedHashMap<>();
        List<RepairedRecord> sorted = new ArrayList<>(records);
        sorted.sort(BY_BYTES);
        for (RepairedRecord record : sorted) {
            byOffset.put((long) content.size(), record);
            content.writeBytes((record.text() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = content.toByteArray();
        String name = "repair-" + Digests.sha256(bytes).substring(0, DIGITS) + (meteringRows ? ".ndjson" : ".csv");
        return new RepairFile(target, name, bytes, byOffset);
    }

    /** The workspace-day that it is for. */
    public WorkspaceDay target() {
        return target;
    }

    /** Its name in the folder of the workspace-day. */
    public String name() {
        return name;
    }

    /** Its bytes. */
    public byte[] content() {
        return content.clone();
    }

    /** The records in it, in their order. */
    public List<RepairedRecord> records() {
        return List.copyOf(byOffset.values());
    }

    /** The record that begins at that byte. */
    public Optional<RepairedRecord> recordAt(long offset) {
        return Optional.ofNullable(byOffset.get(offset));
    }

    @Override
    public String toString() {
        return target + "/" + name;
    }
}
