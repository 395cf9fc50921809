package com.globalbooking.local.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.globalbooking.local.engine.Inputs;
import com.globalbooking.local.engine.PropertyValue.Asset;
import com.globalbooking.local.engine.PropertyValue.AssetSource;
import com.globalbooking.local.engine.Treatment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsResourcesTest {
  private static final String ROLE_ARN = "arn:aws:iam::000000000000:role/clerk";

  private @TempDir Path root;
  private RegionFixture region;

  @BeforeEach
  void start() {
    region = new RegionFixture(root, Map.of());
  }

  @AfterEach
  void stop() {
    region.close();
  }

  @Test
  void aProviderForAnotherRegionIsRefused() {
    assertThatThrownBy(
            () -> region.create("pulumi:providers:aws", "aws", Map.of("region", "eu-west-1")))
        .hasMessageContaining("us-west-2")
        .hasMessageContaining("eu-west-1");
  }

  @Test
  void aRolesPoliciesDecideWhatItMayDo() throws Exception {
    region.create("aws:iam/role:Role", "role", Map.of("name", "clerk"));
    region.create("aws:iam/rolePolicy:RolePolicy", "policy", policyOf("clerk"));

    assertThat(region.access.granted(ROLE_ARN)).containsExactly("dynamodb:GetItem");
  }

  @Test
  void aRoleNameIsTakenOnceForAllRegions() throws Exception {
    region.create("aws:iam/role:Role", "role", Map.of("name", "clerk"));

    assertThatThrownBy(() -> region.create("aws:iam/role:Role", "other", Map.of("name", "clerk")))
        .hasMessageContaining("EntityAlreadyExists");
  }

  @Test
  void aPolicyNeedsItsRole() {
    assertThatThrownBy(
            () -> region.create("aws:iam/rolePolicy:RolePolicy", "policy", policyOf("nobody")))
        .hasMessageContaining("NoSuchEntity");
  }

  @Test
  void anObjectsVersionFollowsItsContent() throws Exception {
    Path file = Files.writeString(root.resolve("function.zip"), "one");
    String first = versionOf(file);
    String same = versionOf(file);
    Files.writeString(file, "two");

    assertThat(same).isEqualTo(first);
    assertThat(versionOf(file)).isNotEqualTo(first);
  }

  @Test
  void aMissingPackageIsNamed() {
    assertThatThrownBy(() -> versionOf(root.resolve("nothing.zip")))
        .hasMessageContaining("nothing.zip")
        .hasMessageContaining("scripts/build");
  }

  @Test
  void aPackageForAnotherMachineIsRefused() throws Exception {
    Files.writeString(root.resolve("function.zip"), "");
    String other = System.getProperty("os.arch").equals("aarch64") ? "x86_64" : "arm64";
    Map<String, ?> function =
        Map.of(
            "name",
            "f",
            "role",
            ROLE_ARN,
            "runtime",
            "provided.al2023",
            "architectures",
            List.of(other),
            "code",
            new Asset(true, AssetSource.PATH, "function.zip"));

    assertThatThrownBy(() -> region.create("aws:lambda/function:Function", "f", function))
        .hasMessageContaining(other);
  }

  @Test
  void anApiHasItsUrlAtOnceAndItsStageHasTheSame() throws Exception {
    var api =
        region.create(
            "aws:apigatewayv2/api:Api", "api", Map.of("name", "api", "protocolType", "HTTP"));
    var stage =
        region.create(
            "aws:apigatewayv2/stage:Stage",
            "stage",
            Map.of("apiId", api.id(), "name", "$default", "autoDeploy", true));

    String endpoint = new Inputs(api.computed()).string("apiEndpoint");
    assertThat(endpoint).matches("http://127\\.0\\.0\\.1:[0-9]+");
    assertThat(new Inputs(stage.computed()).string("invokeUrl")).isEqualTo(endpoint + "/");
  }

  @Test
  void anIntegrationMustNameAFunction() {
    Map<String, ?> integration =
        Map.of(
            "apiId", "any",
            "integrationType", "AWS_PROXY",
            "payloadFormatVersion", "2.0",
            "integrationUri", "https://example.org");

    assertThatThrownBy(
            () ->
                region.create(
                    "aws:apigatewayv2/integration:Integration", "integration", integration))
        .hasMessageContaining("https://example.org");
  }

  @Test
  void whatHasNoEffectLocallyIsKnownAsSuch() throws Exception {
    var permission = region.handler("aws:lambda/permission:Permission");
    var logGroup =
        region.create("aws:cloudwatch/logGroup:LogGroup", "logs", Map.of("name", "/aws/f"));

    assertThat(permission.treatment()).isEqualTo(Treatment.INERT);
    assertThat(new Inputs(logGroup.computed()).string("arn"))
        .isEqualTo("arn:aws:logs:us-west-2:000000000000:log-group:/aws/f");
  }

  private String versionOf(Path file) throws InterruptedException {
    var created =
        region.create(
            "aws:s3/bucketObjectv2:BucketObjectv2",
            "package",
            Map.of(
                "bucket", "code",
                "key", "function.zip",
                "source", new Asset(false, AssetSource.PATH, file.toString())));
    return new Inputs(created.computed()).string("versionId");
  }

  private static Map<String, String> policyOf(String role) {
    return Map.of(
        "name", "use",
        "role", role,
        "policy",
            """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":["dynamodb:GetItem"],"Resource":["*"]}]}
            """);
  }
}
