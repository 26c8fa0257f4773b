package dev.drillbook.practice;

import dev.drillbook.runbook.DrillException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** A file of the class path. */
record Resource(URL url) {
    /** One of the class path's root, such as an archive that a dependency brings. */
    static Resource atRoot(String name) {
        URL url = Resource.class.getResource("/" + name);
        if (url == null)
            throw new DrillException("the practice environment has no '" + name + "' on its class path for "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                    + "; it runs on Linux amd64, so start it there");
        return new Resource(url);
    }

    /** A text that lies beside this class. */
    static String text(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DrillException("could not read " + name + " from Drillbook's own jar; build it again", e);
        }
    }

    /** The name of the jar it is in, without the ending: it tells the version. */
    String jar() {
        String jar = url.getPath().replaceFirst("!.*", "");
        return jar.substring(jar.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }
}
