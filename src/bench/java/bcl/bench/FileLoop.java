package bcl.bench;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * For each small file what the contract makes any engine do on the disk, and nothing else: the sender's file is copied, claimed by
 * renaming and at last deleted; copy and answer are each written under a temporary name, synced and renamed.
 */
final class FileLoop {
    private static final int THREADS = 8;

    private FileLoop() {}

    /** Arguments: folder of the files, which it takes away; folder to write into; file for the seconds. */
    public static void main(String[] arguments) throws Exception {
        List<Path> files = new ArrayList<>();
        try (var walk = Files.walk(Path.of(arguments[0]))) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        }
        Path target = Files.createDirectories(Path.of(arguments[1]));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long start = System.nanoTime();
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            String name = Integer.toString(i);
            work.add(() -> {
                byte[] bytes = Files.readAllBytes(file);
                put(target, name + ".sealed", bytes);
                Path claimed = target.resolve(name + ".claimed");
                Files.move(file, claimed, StandardCopyOption.ATOMIC_MOVE);
                put(target, name + ".answer", bytes);
                Files.delete(claimed);
                return null;
            });
        }
        for (Future<Void> each : threads.invokeAll(work)) {
            each.get();
        }
        try (FileChannel folder = FileChannel.open(target)) {
            folder.force(true);
        }
        CopyYardstick.Seconds.write(arguments[2], start);
        threads.shutdown();
    }

    private static void put(Path folder, String name, byte[] bytes) throws Exception {
        Path temporary = folder.resolve("." + name);
        try (FileChannel out =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(bytes));
            out.force(true);
        }
        Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
