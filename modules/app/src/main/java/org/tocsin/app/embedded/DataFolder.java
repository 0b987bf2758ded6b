package org.tocsin.app.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A folder that this process alone writes to while it holds it.
 *
 * <p>Kafka's own lock comes too late: a second process on the same folder has been seen to crash
 * the running one before noticing. The lock is the operating system's, so it dies with the process.
 */
final class DataFolder implements AutoCloseable {

    /** Index files are mapped into memory: a disk that fills up under one kills the process. */
    private static final long NEEDED_BYTES = 256L << 20;

    private static final String LOCK_FILE = "owner.lock";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static DataFolder claim(Path path) throws CannotStart {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            requireSpace(path);
            channel =
                    FileChannel.open(
                            path.resolve(LOCK_FILE),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            requireLock(path, channel);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new CannotStart("cannot write to the data folder " + path + ": " + reason(e), e);
        } catch (CannotStart e) {
            closeQuietly(channel);
            throw e;
        }
    }

    Path path() {
        return path;
    }

    private static void requireSpace(Path path) throws IOException, CannotStart {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new CannotStart(
                    "the disk of the data folder %s is full: %d MB free, %d MB needed"
                            .formatted(path, free >> 20, NEEDED_BYTES >> 20));
        }
    }

    private static void requireLock(Path path, FileChannel channel)
            throws IOException, CannotStart {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new CannotStart("the data folder " + path + " is in use by this process", e);
        }
        if (lock == null) {
            throw new CannotStart(
                    "the data folder %s is in use by another process%s; stop it, or set TOCSIN_DATA to another folder"
                            .formatted(path, owner(channel)));
        }
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        String digits = StandardCharsets.US_ASCII.decode(pid.flip()).toString().strip();
        return digits.isEmpty() ? "" : " (pid " + digits + ")";
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The lock goes with the process; there is nothing left to save.
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
