import Diagnostics
import Disk
import Foundation
import Nodes
import TestSupport
import Testing

@testable import Inventory

/// What lies in docs/kubernetes/ to be applied to a cluster.
@Suite("the manifests for the cluster's side")
struct ManifestTests {
  private static let root = URL(filePath: Recordings.besides).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/kubernetes")
  private static let files = ["reader.yaml", "refresh.yaml", "serve.yaml"]

  private let objects: [Node]

  init() throws {
    objects = try Self.files.flatMap { file in
      let bytes = try Data(contentsOf: Self.root.appending(path: file))
      return try YAML.readAll(Source(path: file, bytes: Array(bytes)))
    }
  }

  private func object(_ kind: String, _ name: String) throws -> Node {
    try #require(objects.first { $0["kind"]?.text == kind && $0["metadata"]?["name"]?.text == name })
  }

  @Test("let the account list exactly the kinds that are read, and nothing else")
  func rules() throws {
    let role = try object("ClusterRole", "inventory-reader")
    var allowed: Set<String> = []
    for rule in role["rules"]?.list ?? [] {
      #expect(rule["verbs"]?.list?.compactMap(\.text) == ["get", "list"])
      for group in rule["apiGroups"]?.list ?? [] {
        for resource in rule["resources"]?.list ?? [] {
          allowed.insert("\(group.text ?? "")/\(resource.text ?? "")")
        }
      }
    }
    #expect(allowed == Set(ResourceKind.lanes.joined().map { "\($0.group)/\($0.plural)" }))
    #expect(objects.count { $0["kind"]?.text == "ClusterRole" || $0["kind"]?.text == "Role" } == 1)
  }

  @Test("have a kind, a version, a name and the one namespace each")
  func forms() throws {
    #expect(objects.count == 10)
    for object in objects {
      #expect(
        object["apiVersion"]?.text?.isEmpty == false && object["metadata"]?["name"]?.text?.isEmpty == false)
      let isOfCluster = ["Namespace", "ClusterRole", "ClusterRoleBinding"].contains(
        object["kind"]?.text ?? "")
      #expect(object["metadata"]?["namespace"]?.text == (isOfCluster ? nil : "inventory"))
    }
    let labels = try object("Namespace", "inventory")["metadata"]?["labels"]
    #expect(labels?["pod-security.kubernetes.io/enforce"]?.text == "restricted")
  }

  /// The pods of the job and of the server.
  private var pods: [Node] {
    get throws {
      [
        try #require(object("CronJob", "refresh")["spec"]?["jobTemplate"]?["spec"]?["template"]?["spec"]),
        try #require(object("Deployment", "site")["spec"]?["template"]?["spec"]),
      ]
    }
  }

  @Test("run everything as the restricted profile asks, with a root that cannot be written")
  func privileges() throws {
    for pod in try pods {
      #expect(pod["automountServiceAccountToken"]?.text == "false")
      #expect(pod["securityContext"]?["runAsNonRoot"]?.text == "true")
      #expect(pod["securityContext"]?["seccompProfile"]?["type"]?.text == "RuntimeDefault")
      #expect(pod["hostNetwork"] == nil && pod["hostPID"] == nil && pod["hostIPC"] == nil)
      for container in containers(of: pod) {
        let context = container["securityContext"]
        #expect(context?["allowPrivilegeEscalation"]?.text == "false")
        #expect(context?["readOnlyRootFilesystem"]?.text == "true")
        #expect(context?["capabilities"]?["drop"]?.list?.map(\.text) == ["ALL"])
        #expect(context?["capabilities"]?["add"] == nil && context?["privileged"] == nil)
        #expect(container["resources"]?["limits"]?["memory"] != nil)
      }
    }
  }

  @Test("name each other rightly: accounts, roles, volumes, settings, labels and ports")
  func names() throws {
    let binding = try object("ClusterRoleBinding", "inventory-reader")
    _ = try object("ClusterRole", try #require(binding["roleRef"]?["name"]?.text))
    let subject = try #require(binding["subjects"]?.list?.first)
    _ = try object("ServiceAccount", try #require(subject["name"]?.text))
    let (job, server) = (try pods[0], try pods[1])
    #expect(job["serviceAccountName"]?.text == subject["name"]?.text)
    #expect(server["serviceAccountName"] == nil)
    for pod in try pods {
      var volumes: Set<String> = []
      for volume in pod["volumes"]?.list ?? [] {
        volumes.insert(volume["name"]?.text ?? "")
        if let claim = volume["persistentVolumeClaim"]?["claimName"]?.text {
          _ = try object("PersistentVolumeClaim", claim)
        }
        if let map = volume["configMap"]?["name"]?.text { _ = try object("ConfigMap", map) }
      }
      let mounted = containers(of: pod).flatMap { $0["volumeMounts"]?.list ?? [] }.compactMap {
        $0["name"]?.text
      }
      #expect(Set(mounted) == volumes)
    }
    let deployment = try object("Deployment", "site")["spec"]
    let service = try object("Service", "site")["spec"]
    let labels = deployment?["template"]?["metadata"]?["labels"]?.json()
    #expect(deployment?["selector"]?["matchLabels"]?.json() == labels)
    #expect(service?["selector"]?.json() == labels)
    #expect(try object("NetworkPolicy", "site")["spec"]?["podSelector"]?["matchLabels"]?.json() == labels)
    #expect(
      service?["ports"]?.list?.first?["targetPort"]?.text
        == containers(of: server).first?["ports"]?.list?.first?["name"]?.text)
  }

  @Test("give the token to the step that asks the cluster, and to no other")
  func token() throws {
    let holders = try pods.flatMap(containers).filter { container in
      container["volumeMounts"]?.list?.contains { $0["name"]?.text == "account" } == true
    }
    #expect(holders.map { $0["name"]?.text } == ["build"])
    #expect(
      holders[0]["volumeMounts"]?.list?.compactMap { $0["mountPath"]?.text }.contains(
        AccessPolicy(environment: [:], now: Recordings.now, allowsExec: false, allowsInsecure: false)
          .serviceAccount.text) == true)
    // No step runs a shell, which could be talked into something else.
    #expect(
      try pods.flatMap(containers).map { $0["command"]?.list?.first?.text ?? "" }
        == ["git", "sitegen", "sitegen", "nginx"])
  }

  @Test("hold settings that nginx takes", .enabled(if: nginx != nil, "install nginx"))
  func settings() throws {
    let folder = try TemporaryFolder()
    let text = try #require(object("ConfigMap", "site")["data"]?["nginx.conf"]?.text)
    let path = try folder.write(
      text.replacing("/tmp/", with: "\(folder.path)/").replacing("/dev/stderr", with: "\(folder.path)/log"),
      to: "nginx.conf")
    let said = try LocalProgram.run(
      "sh", ["-c", "\(Self.nginx ?? "") -t -e \(folder.path)/log -c \(path) 2>&1"])
    #expect(said.contains("test is successful"), "\(said)")
  }

  private static let nginx = LocalProgram.find("/usr/sbin/nginx", "/usr/bin/nginx")

  private func containers(of pod: Node) -> [Node] {
    (pod["initContainers"]?.list ?? []) + (pod["containers"]?.list ?? [])
  }
}
