package com.globalbooking.local.workflow.definition;

import com.globalbooking.local.workflow.data.DataPath;
import com.globalbooking.local.workflow.data.ReferencePath;
import com.globalbooking.local.workflow.data.Template;
import java.util.Optional;

/**
 * How data gets into and out of a state.
 *
 * @param inputPath what of the input it sees; empty for none, an empty object
 * @param parameters what is made of that
 * @param resultSelector what is made of the result
 * @param resultPath where the result goes in the input; empty when it is thrown away
 * @param outputPath what of that it hands on; empty for none, an empty object
 */
public record DataFlow(
    Optional<DataPath> inputPath,
    Optional<Template> parameters,
    Optional<Template> resultSelector,
    Optional<ReferencePath> resultPath,
    Optional<DataPath> outputPath) {}
