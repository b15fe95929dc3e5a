import Diagnostics
import Disk
import Nodes
import Templates

/// Renders one template with data from a JSON file; what it includes or extends lies beside it.
struct TemplateRendering {
  let template: Path
  let data: Path?
  let isLenient: Bool
  let escapes: Bool

  func run(on console: Console) -> ExitCode {
    let bytes: [UInt8]
    let json: [UInt8]
    do throws(DiskFailure) {
      bytes = try File.read(template)
      json = try data.map { (path) throws(DiskFailure) in try File.read(path) } ?? Array("{}".utf8)
    } catch {
      console.show(Report([error.mistake]))
      return .outside
    }
    let node: Node
    do { node = try JSON.read(Source(path: data?.text ?? "{}", bytes: json)) } catch {
      console.show(error)
      return .wrong
    }
    do {
      var out: [UInt8] = []
      try environment.template(bytes, named: template.text).render(Value(node), into: &out)
      console.print(out)
      return .done
    } catch {
      console.show(Report([error]))
      return .wrong
    }
  }

  private var environment: Templates.Environment {
    var options = Templates.Environment.Options()
    options.undefined = isLenient ? .lenient : .strict
    options.escapes = escapes
    let folder = template.parent
    return Templates.Environment(options) { name in
      guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
      do { return try File.read(folder.appending(name)) } catch { return nil }
    }
  }
}
