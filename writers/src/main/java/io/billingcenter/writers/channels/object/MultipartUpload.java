package io.billingcenter.writers.channels.object;

import io.billingcenter.remote.object.ObjectStore;
import io.billingcenter.writers.channels.ParcelFile;
import io.billingcenter.writers.channels.object.ObjectChannel.ObjectRules;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Part;

/** Puts a large file in parts. Parts that an earlier attempt has put are kept; uploads that nobody continued for a week are removed. */
final class MultipartUpload {

    private static final Duration LONGEST_UPLOAD = Duration.ofDays(7);

    private final S3Client client;
    private final ObjectStore store;
    private final ObjectRules rules;
    private final Clock clock;

    MultipartUpload(S3Client client, ObjectStore store, ObjectRules rules, Clock clock) {
        this.client = client;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /** Puts the file, and returns the version or tag of the object. */
    String put(ParcelFile file, String key) throws IOException {
        String upload = begun(key).orElseGet(() -> begin(file, key));
        Map<Integer, String> there = parts(key, upload);
        List<CompletedPart> parts = new ArrayList<>();
        int number = 1;
        for (long offset = 0; offset < file.bytes(); offset += rules.partBytes()) {
            long length = Math.min(rules.partBytes(), file.bytes() - offset);
            String tag = there.get(number);
            if (tag == null || !tag.replace("\"", "").equals(md5(file, offset, length))) {
                tag = putPart(file, key, upload, number, offset, length);
            }
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            number++;
        }
        var answer = client.completeMultipartUpload(request -> {
            request.bucket(store.bucket()).key(key).uploadId(upload).multipartUpload(list -> list.parts(parts));
            if (rules.conditionalWrites()) {
                request.ifNoneMatch("*");
            }
        });
        return answer.versionId() != null ? answer.versionId() : String.valueOf(answer.eTag());
    }

    private String begin(ParcelFile file, String key) {
        return client.createMultipartUpload(request ->
                        request.bucket(store.bucket()).key(key).metadata(Map.of(ObjectUpload.SHA256, file.sha256())))
                .uploadId();
    }

    /** Returns the upload of an earlier attempt, and aborts those that are too old to be one. */
    private Optional<String> begun(String key) {
        Instant oldest = clock.instant().minus(LONGEST_UPLOAD);
        Optional<String> found = Optional.empty();
        var uploads = client.listMultipartUploads(
                        request -> request.bucket(store.bucket()).prefix(key))
                .uploads();
        for (var upload : uploads) {
            if (!upload.key().equals(key)) {
                continue;
            }
            if (upload.initiated() != null && upload.initiated().isBefore(oldest)) {
                client.abortMultipartUpload(
                        request -> request.bucket(store.bucket()).key(key).uploadId(upload.uploadId()));
            } else {
                found = Optional.of(upload.uploadId());
            }
        }
        return found;
    }

    private Map<Integer, String> parts(String key, String upload) {
        Map<Integer, String> parts = new HashMap<>();
        for (Part part : client.listPartsPaginator(
                        request -> request.bucket(store.bucket()).key(key).uploadId(upload))
                .parts()) {
            parts.put(part.partNumber(), part.eTag());
        }
        return parts;
    }

    private String putPart(ParcelFile file, String key, String upload, int number, long offset, long length) {
        return client.uploadPart(
                        request -> request.bucket(store.bucket())
                                .key(key)
                                .uploadId(upload)
                                .partNumber(number)
                                .contentLength(length),
                        ObjectUpload.body(file, offset, length))
                .eTag();
    }

    /** The tag of a part is its MD5, which tells whether it is the part that belongs there; it protects nothing. */
    private static String md5(ParcelFile file, long offset, long length) throws IOException {
        try (InputStream input = new LimitedStream(file.openAt(offset), length)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] block = new byte[1 << 16];
            for (int read = input.read(block); read > 0; read = input.read(block)) {
                digest.update(block, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
