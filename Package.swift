// swift-tools-version: 6.2

// The map of the house: each target names what it may import, so the compiler keeps the walls.
// A target imports only from floors below its own.

import PackageDescription

/// Every Swift target is compiled the same way: strict, without warnings, optimised across modules.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// The runtime is linked into the program, which is then one file and calls it without a detour. The linker marks it
/// with a digest of all of it, by which a build knows whether an earlier one was made by the same program.
let asUsersRunIt: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib"], .when(configuration: .release)),
  .unsafeFlags(["-Xlinker", "--build-id"], .when(platforms: [.linux], configuration: .release)),
]

/// A room of the house.
func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

/// The tests of a room; they may also look into the rooms it stands on.
func tests(of name: String, imports: [Target.Dependency] = [], fixtures: Bool = false) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + imports,
    exclude: fixtures ? ["Fixtures"] : [],
    swiftSettings: strict
  )
}

/// What the tests of all rooms share.
let testSupport = Target.target(
  name: "TestSupport",
  dependencies: ["Diagnostics", "Language"],
  path: "Tests/Support",
  swiftSettings: strict
)

/// A C library of the system. Where its pkg-config file holds flags that the package manager refuses (utf8proc)
/// or links what is compiled in anyway (xxHash), the module map alone says what is linked.
func library(_ name: String, pkgConfig: String? = nil, apt: String..., brew: String) -> Target {
  .systemLibrary(
    name: name,
    path: "Sources/C/\(name)",
    pkgConfig: pkgConfig,
    providers: [.apt(apt.split(separator: " ").map(String.init)), .brew([brew])]
  )
}

let package = Package(
  name: "sitegen",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "sitegen", targets: ["SiteGen"])],
  targets: [
    // Floor 0: C libraries.
    library("CUTF8Proc", apt: "libutf8proc-dev", brew: "utf8proc"),
    library("CXXHash", apt: "libxxhash-dev", brew: "xxhash"),
    library(
      "CCmarkGFM", pkgConfig: "libcmark-gfm",
      apt: "libcmark-gfm-dev", "libcmark-gfm-extensions-dev", brew: "cmark-gfm"),
    library("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev", brew: "libyaml"),

    library("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev", brew: "openssl@3"),

    // A header: what is asked of sixteen bytes at once.
    .systemLibrary(name: "CVectors", path: "Sources/C/CVectors"),

    .target(name: "CSystem", path: "Sources/C/CSystem"),

    .target(name: "CArena", path: "Sources/C/CArena"),

    .target(name: "CSpanish", path: "Sources/C/CSpanish", exclude: ["spanish.bin"]),

    .target(name: "CTheme", path: "Sources/C/CTheme"),

    // Opens libraries at run time.
    .target(name: "CLoader", path: "Sources/C/CLoader"),

    // Opens libcurl at run time: only its headers are needed here.
    .target(name: "CCurl", dependencies: ["CLoader"], path: "Sources/C/CCurl"),

    // Opens libmicrohttpd at run time: only its header is needed here.
    .target(name: "CMicroHTTPD", dependencies: ["CLoader"], path: "Sources/C/CMicroHTTPD"),

    library("CZlib", apt: "zlib1g-dev", brew: "zlib"),

    .target(name: "CPreview", path: "Sources/C/CPreview"),

    // Opens zlib and brotli at run time.
    .target(name: "CCompress", dependencies: ["CLoader"], path: "Sources/C/CCompress"),

    .target(name: "CGrammars", path: "Sources/C/CGrammars", exclude: ["grammars"]),

    // Floor 1: the ground.
    room("Bytes", imports: ["CCrypto", "CVectors", "CXXHash"]),
    room("Language", imports: ["CUTF8Proc"]),
    room("Diagnostics", imports: ["Bytes", "Language"]),
    room("Workers"),
    room("Disk", imports: ["CSystem", "Diagnostics", "Language", "Workers"]),
    room("Programs", imports: ["CSystem"]),
    room("HTTP", imports: ["Bytes", "Diagnostics", "Language", "Workers", "CCurl"]),

    room("Hosting", imports: ["Bytes", "HTTP"]),

    // Floor 2: text and data.
    room("TextRepair", imports: ["Bytes", "Diagnostics", "Language", "CSpanish"]),
    room("Highlight", imports: ["Bytes", "Diagnostics", "Language", "CGrammars"]),
    room("Nodes", imports: ["Bytes", "Language", "Diagnostics", "Workers", "CYAML"]),

    // Floor 3: what content says.
    room("Frontmatter", imports: ["Bytes", "Diagnostics", "Language", "Nodes"]),
    room("Templates", imports: ["Bytes", "Language", "Nodes", "Diagnostics", "Workers"]),
    room(
      "Inventory",
      imports: ["Bytes", "Diagnostics", "Disk", "HTTP", "Language", "Nodes", "Programs", "Workers"]),

    // Floor 4: what a page is made of.
    room(
      "Markdown", imports: ["Bytes", "Language", "Diagnostics", "Highlight", "Nodes", "CArena", "CCmarkGFM"]),

    .target(
      name: "Themes", dependencies: ["Bytes", "CTheme", "Diagnostics", "Language", "Nodes"],
      exclude: ["Default"], swiftSettings: strict),

    // Floor 5: the site.
    room(
      "Site",
      imports: [
        "Bytes", "Diagnostics", "Disk", "Frontmatter", "Highlight", "Inventory", "Language", "Markdown",
        "Nodes",
        "Programs", "Templates", "TextRepair", "Themes", "Workers",
      ]),

    // Floor 6: what is done with a built site.
    room(
      "Deploy",
      imports: [
        "Bytes", "CCompress", "Diagnostics", "Disk", "HTTP", "Hosting", "Language", "Nodes", "Programs",
        "Workers",
      ]),

    .target(
      name: "Preview",
      dependencies: [
        "CMicroHTTPD", "CPreview", "CZlib", "Bytes", "Diagnostics", "Disk", "HTTP", "Hosting", "Language",
        "Site", "Workers",
      ],
      exclude: ["Browser"],
      swiftSettings: strict),
    room(
      "Audit",
      imports: [
        "Bytes", "Diagnostics", "Disk", "Frontmatter", "Language", "Markdown", "Nodes", "Site", "Themes",
        "Workers",
      ]),

    // What begins sites and pages.
    .target(name: "CStarter", path: "Sources/C/CStarter"),
    .target(
      name: "Starter",
      dependencies: [
        "CStarter", "Bytes", "Diagnostics", "Disk", "Frontmatter", "Language", "Nodes", "Templates",
      ],
      exclude: ["Files"],
      swiftSettings: strict),

    // Floor 7: the command line.
    .executableTarget(
      name: "SiteGen",
      dependencies: [
        "Audit", "Bytes", "CSystem", "Deploy", "Diagnostics", "Disk", "Frontmatter", "Highlight", "Inventory",
        "Language", "Markdown", "Nodes", "Preview", "Programs", "Site",
        "Starter", "Templates",
        "TextRepair", "Workers",
      ],
      swiftSettings: strict,
      linkerSettings: asUsersRunIt
    ),

    // What `./dev bench` measures.
    .executableTarget(
      name: "YAMLBenchmark",
      dependencies: ["Diagnostics", "Frontmatter", "Nodes"],
      path: "Benchmarks/YAML",
      exclude: ["bare.c", "run"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "AssemblyBenchmark",
      dependencies: ["Diagnostics", "Frontmatter", "Language", "Nodes", "Site"],
      path: "Benchmarks/Assembly",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "OutputBenchmark",
      dependencies: ["Diagnostics", "Disk", "Language", "Site", "Workers"],
      path: "Benchmarks/Output",
      exclude: ["run"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "MarkdownBenchmark",
      dependencies: ["Diagnostics", "Markdown"],
      path: "Benchmarks/Markdown",
      exclude: ["bare.c", "run"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "ClusterBenchmark",
      dependencies: ["Diagnostics", "Disk", "Inventory", "Language", "Nodes"],
      path: "Benchmarks/Cluster",
      exclude: ["run", "server.py"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "InventoryBenchmark",
      dependencies: ["Diagnostics", "Inventory", "Language"],
      path: "Benchmarks/Inventory",
      exclude: ["run"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "RedactionBenchmark",
      dependencies: ["Disk", "Inventory"],
      path: "Benchmarks/Redaction",
      exclude: ["run"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "TemplatesBenchmark",
      dependencies: ["Diagnostics", "Disk", "Nodes", "Templates"],
      path: "Benchmarks/Templates",
      exclude: ["README.md", "allocations.c", "jinja.py", "pages", "prepare.py", "run"],
      swiftSettings: strict,
      linkerSettings: asUsersRunIt
    ),

    // Measures colouring, and prints it for comparing.
    .executableTarget(
      name: "HighlightTokens", dependencies: ["Highlight", "Diagnostics", "Language"],
      path: "Benchmarks/Highlight/Tokens",
      swiftSettings: strict),

    tests(of: "Highlight", imports: ["Bytes", "Diagnostics", "Language"], fixtures: true),
    testSupport,
    tests(of: "Nodes", imports: ["Bytes", "Diagnostics", "Language"], fixtures: true),
    tests(of: "Frontmatter", imports: ["Bytes", "Diagnostics", "Language", "Nodes"], fixtures: true),
    tests(of: "Markdown", imports: ["Bytes", "Diagnostics", "Highlight", "Language"], fixtures: true),
    tests(of: "Templates", imports: ["Bytes", "Diagnostics", "Language", "Nodes"], fixtures: true),
    tests(
      of: "Inventory", imports: ["Bytes", "Diagnostics", "Disk", "HTTP", "Language", "Nodes"], fixtures: true),
    tests(of: "Bytes"),
    .testTarget(
      name: "DeployTests",
      dependencies: [
        "Deploy", "TestSupport", "Bytes", "Diagnostics", "Disk", "HTTP", "Language", "Nodes", "Programs",
        "Workers",
      ],
      exclude: ["Fixtures", "Servers"],
      swiftSettings: strict
    ),
    tests(
      of: "Preview",
      imports: ["Bytes", "Diagnostics", "Disk", "HTTP", "Language", "Site", "Workers"]),
    tests(
      of: "Audit", imports: ["Diagnostics", "Disk", "Language", "Site", "Workers"], fixtures: true),
    tests(of: "Diagnostics"),
    tests(of: "Language", fixtures: true),
    tests(of: "Disk", imports: ["Diagnostics", "Language"]),
    tests(of: "Workers"),
    tests(of: "Programs", imports: ["Workers"]),
    tests(of: "Hosting", imports: ["HTTP"]),
    tests(of: "HTTP", imports: ["Bytes", "Diagnostics", "Language"], fixtures: true),
    tests(
      of: "Site",
      imports: [
        "Markdown", "Templates", "Themes", "Bytes", "Diagnostics", "Disk", "Frontmatter", "Language", "Nodes",
        "OutputBenchmark", "Workers",
      ],
      fixtures: true),
    tests(
      of: "Themes",
      imports: ["Bytes", "Diagnostics", "Frontmatter", "Language", "Markdown", "Nodes", "Templates"],
      fixtures: true),
    tests(
      of: "SiteGen", imports: ["Deploy", "Diagnostics", "Inventory", "Language", "Nodes", "Site"],
      fixtures: true),
    tests(of: "TextRepair", imports: ["Diagnostics", "Language"], fixtures: true),
    tests(of: "Starter", imports: ["Nodes", "Diagnostics", "Disk", "Frontmatter", "Language"]),
  ]
)
