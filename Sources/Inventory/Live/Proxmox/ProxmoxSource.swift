import Bytes
import Diagnostics
import HTTP
import Nodes

/// A Proxmox VE cluster: its machines and guests.
///
/// A token with the role PVEAuditor is all it needs. Numbers of guests, networks, disks' paths and tags stay there.
struct ProxmoxSource: LiveSource {
  let settings: SourceSettings
  let place: SourcePlace

  func fetch(in context: PullContext) throws(SourceRefusal) -> SourceAnswer {
    let server: SourceServer
    do throws(SourceFinding) {
      server = try SourceServer(settings, headers: headers(in: context), in: context)
    } catch {
      throw SourceRefusal(error, at: place)
    }
    let resources = try ask(server, for: "cluster/resources")
    guard let items = resources.list else {
      throw SourceRefusal(SourceFinding.notAnAnswer("Proxmox VE"), at: place)
    }
    var facts = Observed(resources: items)
    // Who may see nothing is told of an empty cluster.
    guard !facts.hosts.isEmpty else { throw SourceRefusal(SourceFinding.forbidden, at: place) }
    let version = try ask(server, for: "version")["version"]?.text
    for name in facts.hosts.keys.sorted() {
      var host = facts.hosts[name] ?? ObservedHost()
      host.version = PlainText.version(version)
      if host.status == "online" {
        do throws(SourceRefusal) {
          host.add(status: try ask(server, for: "nodes/\(name.percentEncoded(keeping: .unreserved))/status"))
        } catch {
          // Right to see it, none to look closer; or it went away meanwhile.
          facts.gaps["host-status"] = ObservedGap(
            error.code == "source-forbidden" ? .forbidden : .unavailable)
        }
      }
      facts.hosts[name] = host
    }
    return SourceAnswer(facts)
  }
}

extension ProxmoxSource {
  private func headers(in context: PullContext) throws(SourceFinding) -> [HTTP.Header] {
    guard let token = try settings.token?.value(in: context) else { return [] }
    let value = token.hasPrefix("PVEAPIToken=") ? token : "PVEAPIToken=\(token)"
    return [HTTP.Header("Authorization", value)]
  }

  /// The `data` of an answer.
  private func ask(_ server: SourceServer, for path: String) throws(SourceRefusal) -> Node {
    let response: Response
    do throws(HTTPFailure) {
      response = try server.get("/api2/json/\(path)")
    } catch {
      throw SourceRefusal(error, at: place)
    }
    switch response.status {
    case 200: break
    case 401: throw SourceRefusal(SourceFinding.unauthorized, at: place)
    case 403: throw SourceRefusal(SourceFinding.forbidden, at: place)
    default: throw SourceRefusal(SourceFinding.status(response.status), at: place)
    }
    do {
      let node = try JSON.read(Source(path: "proxmox", bytes: response.body))
      if let data = node["data"], !data.isNull { return data }
    } catch {
      // What came instead is not told: it may be anything.
    }
    throw SourceRefusal(SourceFinding.notAnAnswer("Proxmox VE"), at: place)
  }
}
