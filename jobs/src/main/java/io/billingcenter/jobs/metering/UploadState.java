package io.billingcenter.jobs.metering;

import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.readers.files.traffic.ProducerManifest;
import io.billingcenter.readers.files.traffic.ProducerManifest.Listed;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.remote.traffic.ChangedFileException;
import io.billingcenter.remote.traffic.RemoteTraffic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a workspace-day that are whole, and those that are still being written. A file is whole when it has not changed for
 * a while, or when the producer's list is there and names it with the size that it has.
 */
record UploadState(List<RemoteFile> whole, List<RemoteFile> unfinished) {

    /** Returns the state of the files; reads the producer's list if there is one. */
    static UploadState of(RemoteTraffic remote, RemoteCalls calls, List<RemoteFile> files, Instant wholeUntil)
            throws IOException {
        Map<String, Long> sizes = listedSizes(remote, calls, files);
        List<RemoteFile> whole = new ArrayList<>();
        List<RemoteFile> unfinished = new ArrayList<>();
        for (RemoteFile file : files) {
            boolean isListed = Long.valueOf(file.sizeBytes()).equals(sizes.get(file.name()));
            // A list that can be read is whole itself.
            boolean isList = !sizes.isEmpty() && file.name().equals(TrafficFolder.PRODUCER_MANIFEST);
            boolean isQuiet = !file.modified().isAfter(wholeUntil);
            (isQuiet || isListed || isList ? whole : unfinished).add(file);
        }
        return new UploadState(whole, unfinished);
    }

    private static Map<String, Long> listedSizes(RemoteTraffic remote, RemoteCalls calls, List<RemoteFile> files)
            throws IOException {
        Optional<RemoteFile> list = files.stream()
                .filter(file -> file.name().equals(TrafficFolder.PRODUCER_MANIFEST))
                .findFirst();
        if (list.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> sizes = new HashMap<>();
        for (Listed listed : listOf(calls.call(list.get(), file -> text(remote, file)))) {
            if (listed.bytes() != null) {
                sizes.put(listed.name(), listed.bytes());
            }
        }
        return sizes;
    }

    /** Returns the text of the producer's list; an empty one if it is being replaced. */
    private static String text(RemoteTraffic remote, RemoteFile list) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            remote.fetch(list, bytes);
        } catch (ChangedFileException e) {
            return "";
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns the files that the text lists; none if it is no list, since it may still be written. */
    private static List<Listed> listOf(String text) {
        try {
            return ProducerManifest.parse(text).files();
        } catch (IOException e) {
            return List.of();
        }
    }
}
