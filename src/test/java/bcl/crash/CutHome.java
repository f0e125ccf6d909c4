package bcl.crash;

import bcl.testsupport.Databases;
import bcl.testsupport.EngineHome;
import java.nio.file.Path;

/** A home whose nights commit often and give the lease up soon, so that there is much to break off. */
final class CutHome {
    private CutHome() {}

    static EngineHome at(Path root, Databases databases, String smallFile, String contactsPerChunk) throws Exception {
        return EngineHome.at(root, databases)
                .set("logging.level.org.springframework.batch.core.launch", "INFO")
                .set("bcl.night.lease", "1s")
                .set("bcl.night.small-file", smallFile)
                .set("bcl.night.files-per-chunk", "2")
                .set("bcl.night.contacts-per-chunk", contactsPerChunk)
                .set("bcl.night.contacts-per-part", "10");
    }
}
