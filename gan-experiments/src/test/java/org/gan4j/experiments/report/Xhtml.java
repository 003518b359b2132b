package org.gan4j.experiments.report;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Reads a page as XML, which refuses what is not well-formed. */
public final class Xhtml {
    private Xhtml() {}

    /** Returns the page as a tree. */
    public static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }
}
