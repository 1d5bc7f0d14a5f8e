package io.billingcenter.writers.channels.object;

import io.billingcenter.remote.object.ObjectStore;
import io.billingcenter.writers.channels.OtherContentException;
import io.billingcenter.writers.channels.ParcelFile;
import io.billingcenter.writers.channels.object.ObjectChannel.ObjectRules;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts objects into a store. An object that is there is compared. */
final class ObjectUpload {

    /** The key of the metadata with the digest of the content; the tag of an object in parts is none. */
    static final String SHA256 = "sha256";

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final ObjectStore store;
    private final ObjectRules rules;
    private final Clock clock;

    ObjectUpload(S3Client client, ObjectStore store, ObjectRules rules, Clock clock) {
        this.client = client;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Puts a file unless it is there.
     *
     * @return the version of the object, or its tag where the store keeps no versions
     * @throws OtherContentException if there is an object of that key with other content
     */
    String put(ParcelFile file, String key) throws IOException {
        if (!rules.conditionalWrites()) {
            Optional<String> version = versionIfThere(file, key);
            if (version.isPresent()) {
                return version.get();
            }
        }
        try {
            return file.bytes() > rules.partBytes()
                    ? new MultipartUpload(client, store, rules, clock).put(file, key)
                    : putWhole(file, key);
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            return versionIfThere(file, key).orElseThrow(() -> e);
        }
    }

    private String putWhole(ParcelFile file, String key) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(store.bucket())
                .key(key)
                .contentLength(file.bytes())
                .metadata(Map.of(SHA256, file.sha256()));
        if (rules.conditionalWrites()) {
            request.ifNoneMatch("*");
        }
        if (!store.checksumsWhenRequired()) {
            request.checksumSHA256(
                    Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256())));
        }
        var answer = client.putObject(request.build(), body(file, 0, file.bytes()));
        return answer.versionId() != null ? answer.versionId() : String.valueOf(answer.eTag());
    }

    /** Returns a part of a file as the body of a request, which may be read several times. */
    static RequestBody body(ParcelFile file, long offset, long length) {
        ContentStreamProvider content = () -> {
            try {
                return new LimitedStream(file.openAt(offset), length);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
        return RequestBody.fromContentProvider(content, length, "application/octet-stream");
    }

    private Optional<String> versionIfThere(ParcelFile file, String key) throws IOException {
        HeadObjectResponse head;
        try {
            head = client.headObject(request -> request.bucket(store.bucket()).key(key));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
        String found = head.contentLength() != file.bytes() ? head.contentLength() + " bytes" : digest(head, key);
        if (!found.equals(file.sha256())) {
            throw new OtherContentException(
                    "s3://" + store.bucket() + "/" + key + " at " + store.endpoint(), file.sha256(), found);
        }
        return Optional.of(head.versionId() != null ? head.versionId() : String.valueOf(head.eTag()));
    }

    /** Anybody can write metadata, but an object of that size with that digest in it was meant to have this content. */
    private String digest(HeadObjectResponse head, String key) throws IOException {
        String stored = head.metadata().get(SHA256);
        if (stored != null) {
            return stored;
        }
        try (InputStream content = client.getObject(
                request -> request.bucket(store.bucket()).key(key).ifMatch(head.eTag()))) {
            return ParcelFile.sha256(content, head.contentLength());
        }
    }
}
