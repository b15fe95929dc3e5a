import Nodes

/// One file of an inventory.
struct InventoryFile: Fielded {
  let header: Header?
  let sites: Table<DeclaredSite>
  let hosts: Table<DeclaredHost>
  let platforms: Table<DeclaredPlatform>
  let guests: Table<DeclaredGuest>
  let clusters: Table<DeclaredCluster>
  let nodes: Table<DeclaredNode>
  let components: Table<DeclaredComponent>
  let apps: Table<DeclaredApp>
  let networks: Table<DeclaredNetwork>
  let repos: Table<DeclaredRepo>
  let cloud: Table<DeclaredCloud>
  let roadmap: [Located<RoadmapItem>]
  let publish: Publish?

  init(reading fields: inout Fields) {
    header = fields.optional("inventory", "What the inventory says of itself; one of its files does.")
    sites = fields.value("sites", "Places where machines stand, by id.", default: Table())
    hosts = fields.value("hosts", "Machines, by id.", default: Table())
    platforms = fields.value("platforms", "Operating systems and hypervisors, by id.", default: Table())
    guests = fields.value("guests", "Virtual machines and containers, by id.", default: Table())
    clusters = fields.value("clusters", "Kubernetes clusters, by id.", default: Table())
    nodes = fields.value("nodes", "Members of clusters, by id.", default: Table())
    components = fields.value("components", "Software that makes the platform, by id.", default: Table())
    apps = fields.value("apps", "Applications that people use, by id.", default: Table())
    networks = fields.value("networks", "Networks, by id.", default: Table())
    repos = fields.value("repos", "Repositories, by id.", default: Table())
    cloud = fields.value("cloud", "Services that somebody else runs, by id.", default: Table())
    roadmap = fields.value("roadmap", "What is wished for.", default: [])
    publish = fields.optional(
      "publish", "What may be published, of what is declared and of what is observed.")
    _ = fields.free(prefix: "x-")
  }
}
