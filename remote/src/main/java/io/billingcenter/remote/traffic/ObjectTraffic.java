package io.billingcenter.remote.traffic;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.metering.plan.RemoteFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RemoteTimeouts;
import io.billingcenter.remote.object.ObjectFailures;
import io.billingcenter.remote.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Traffic logs in a bucket of an S3-compatible object store. The version of a file is its ETag. */
public final class ObjectTraffic implements RemoteTraffic {

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final ObjectStore store;
    private final boolean conditionalWrites;
    private final @Nullable Integer pageSize;
    private final S3Client client;

    private interface Call<T> {
        T get() throws IOException;
    }

    /**
     * A store in that bucket.
     *
     * @param conditionalWrites whether the store can refuse to replace an object; if not, it is asked before a write
     * @throws RemoteException if a secret cannot be read
     */
    public ObjectTraffic(ObjectStore store, boolean conditionalWrites, RemoteTimeouts timeouts) throws RemoteException {
        this(store, conditionalWrites, timeouts, null);
    }

    /** The same, listed in pages of that size instead of the largest that the store gives. */
    ObjectTraffic(ObjectStore store, boolean conditionalWrites, RemoteTimeouts timeouts, @Nullable Integer pageSize)
            throws RemoteException {
        this.store = store;
        this.conditionalWrites = conditionalWrites;
        this.pageSize = pageSize;
        this.client = store.open(timeouts);
    }

    @Override
    public String address() {
        return store.address();
    }

    @Override
    public String address(WorkspaceDay day, String name) {
        return "s3://" + store.bucket() + "/" + key(day, name);
    }

    @Override
    public boolean showsParts() {
        return false;
    }

    @Override
    public NavigableSet<WorkspaceId> workspaces() throws IOException {
        String root = store.key("");
        return call(() -> {
            NavigableSet<WorkspaceId> workspaces = new TreeSet<>();
            for (ListObjectsV2Response page : client.listObjectsV2Paginator(request ->
                    request.bucket(store.bucket()).prefix(root).delimiter("/").maxKeys(pageSize))) {
                page.commonPrefixes().stream()
                        .map(common -> common.prefix().substring(root.length()))
                        .map(folder -> folder.substring(0, folder.length() - 1))
                        .forEach(name -> StorePaths.workspace(name).ifPresent(workspaces::add));
            }
            return workspaces;
        });
    }

    @Override
    public List<RemoteFile> files(WorkspaceId workspace, BillingDay first, BillingDay last) throws IOException {
        String root = store.key(workspace.value() + "/");
        return call(() -> {
            List<RemoteFile> files = new ArrayList<>();
            for (ListObjectsV2Response page : client.listObjectsV2Paginator(request -> request.bucket(store.bucket())
                    .prefix(root)
                    .startAfter(root + first)
                    .maxKeys(pageSize))) {
                for (S3Object object : page.contents()) {
                    String path = object.key().substring(root.length());
                    if (path.compareTo(last.plusDays(1).toString()) >= 0) {
                        return files;
                    }
                    listed(workspace, path, object).ifPresent(files::add);
                }
            }
            return files;
        });
    }

    private static Optional<RemoteFile> listed(WorkspaceId workspace, String path, S3Object object) {
        int slash = path.indexOf('/');
        String name = path.substring(slash + 1);
        if (slash < 0 || name.contains("/") || !RemoteTraffic.isFile(name)) {
            return Optional.empty();
        }
        return StorePaths.day(path.substring(0, slash))
                .map(day -> new RemoteFile(
                        new WorkspaceDay(workspace, day), name, object.size(), object.lastModified(), object.eTag()));
    }

    @Override
    public void fetch(RemoteFile file, OutputStream to) throws IOException {
        String address = address(file.workspaceDay(), file.name());
        call(() -> {
            try (ResponseInputStream<GetObjectResponse> from =
                    client.getObject(request -> request.bucket(store.bucket())
                            .key(key(file.workspaceDay(), file.name()))
                            .ifMatch(file.version()))) {
                if (!file.version().equals(from.response().eTag())) {
                    // Some stores ignore the condition.
                    from.abort();
                    throw new ChangedFileException(
                            address, file, "version " + from.response().eTag());
                }
                ExactOutput.copy(address, file, from, to);
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND || e.statusCode() == PRECONDITION_FAILED) {
                    throw new ChangedFileException(
                            address, file, e.statusCode() == NOT_FOUND ? "nothing" : "another version");
                }
                throw e;
            }
            return file;
        });
    }

    @Override
    public RemoteFile put(WorkspaceDay day, String name, byte[] content) throws IOException {
        String key = key(day, name);
        return call(() -> {
            if (conditionalWrites || head(key).isEmpty()) {
                write(key, content);
            }
            requireContent(address(day, name), key, content);
            HeadObjectResponse written = head(key)
                    .orElseThrow(() -> RemoteException.temporary(
                            "Expected " + address(day, name) + " as it was written, found nothing", null));
            return new RemoteFile(day, name, written.contentLength(), written.lastModified(), written.eTag());
        });
    }

    private void write(String key, byte[] content) {
        String digest = Base64.getEncoder().encodeToString(Digests.sha256().digest(content));
        try {
            client.putObject(
                    request -> request.bucket(store.bucket())
                            .key(key)
                            .checksumSHA256(digest)
                            .ifNoneMatch(conditionalWrites ? "*" : null),
                    RequestBody.fromBytes(content));
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED) {
                throw e;
            }
            // It is there already; its content is compared.
        }
    }

    private void requireContent(String address, String key, byte[] content) throws IOException {
        try (InputStream there =
                client.getObject(request -> request.bucket(store.bucket()).key(key))) {
            if (!Arrays.equals(there.readAllBytes(), content)) {
                throw StorePaths.otherContent(address);
            }
        }
    }

    private Optional<HeadObjectResponse> head(String key) {
        try {
            return Optional.of(
                    client.headObject(request -> request.bucket(store.bucket()).key(key)));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public boolean remove(WorkspaceDay day, String name) throws IOException {
        String key = key(day, name);
        return call(() -> {
            boolean there = head(key).isPresent();
            client.deleteObject(request -> request.bucket(store.bucket()).key(key));
            return there;
        });
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T call(Call<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw ObjectFailures.of(store.address(), e);
        } catch (ChangedFileException | RemoteException e) {
            throw e;
        } catch (IOException e) {
            throw RemoteException.temporary(
                    "Expected an answer of " + store.address() + " to its end, found " + e.getMessage(), e);
        }
    }

    private String key(WorkspaceDay day, String name) {
        return store.key(day.workspace() + "/" + day.day() + "/" + name);
    }
}
