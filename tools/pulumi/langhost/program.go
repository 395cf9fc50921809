package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

const (
	mainClass = "com.globalbooking.stack.Program"

	// told is the exit code of a Java program that has reported its error to the engine already.
	told = 32

	// quotedBytesMax is how much of a program's output is quoted when it ends in another way.
	quotedBytesMax = 4000
)

// program is the Pulumi program as scripts/build leaves it.
type program struct {
	root string
	jar  string
	lib  string
}

func find(root string) (*program, error) {
	jars, err := filepath.Glob(filepath.Join(root, "stack", "target", "stack-*.jar"))
	if err != nil {
		return nil, err
	}
	if len(jars) == 0 {
		return nil, missing(filepath.Join(root, "stack", "target", "stack-*.jar"), "scripts/build")
	}
	return &program{root: root, jar: jars[0], lib: filepath.Join(root, "stack", "target", "lib")}, nil
}

// providers reads the plugin.json that each provider's SDK carries.
func (p *program) providers() ([]*pulumirpc.PackageDependency, error) {
	jars, err := filepath.Glob(filepath.Join(p.lib, "*.jar"))
	if err != nil {
		return nil, err
	}
	var found []*pulumirpc.PackageDependency
	for _, jar := range jars {
		provider, err := providerOf(jar)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", jar, err)
		}
		if provider != nil {
			found = append(found, provider)
		}
	}
	return found, nil
}

func providerOf(jar string) (*pulumirpc.PackageDependency, error) {
	archive, err := zip.OpenReader(jar)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	for _, entry := range archive.File {
		if !strings.HasPrefix(entry.Name, "com/pulumi/") || !strings.HasSuffix(entry.Name, "/plugin.json") {
			continue
		}
		content, err := entry.Open()
		if err != nil {
			return nil, err
		}
		defer content.Close()
		text, err := io.ReadAll(content)
		if err != nil {
			return nil, err
		}
		var plugin struct {
			Resource              bool
			Name, Version, Server string
		}
		if err := json.Unmarshal(text, &plugin); err != nil {
			return nil, err
		}
		if !plugin.Resource {
			return nil, nil
		}
		return &pulumirpc.PackageDependency{
			Kind: "resource", Name: plugin.Name, Version: plugin.Version, Server: plugin.Server,
		}, nil
	}
	return nil, nil
}

// run runs the program once, as ProgramRun of local Regions does.
func (p *program) run(ctx context.Context, engine string, request *pulumirpc.RunRequest) *pulumirpc.RunResponse {
	home, err := p.jdk()
	if err != nil {
		return &pulumirpc.RunResponse{Error: err.Error()}
	}
	command := exec.CommandContext(ctx, filepath.Join(home, "bin", "java"),
		// The Pulumi SDK spins for ever on the common pool of a machine with two cores or fewer.
		"-Djava.util.concurrent.ForkJoinPool.common.parallelism=4",
		"-XX:+UseSerialGC",
		"-XX:TieredStopAtLevel=1",
		"--enable-native-access=ALL-UNNAMED",
		"--sun-misc-unsafe-memory-access=allow",
		"-cp", p.jar+string(os.PathListSeparator)+filepath.Join(p.lib, "*"),
		mainClass)
	command.Dir = p.root
	command.Env = append(os.Environ(), environment(engine, request)...)
	// Only to a file: what the program has to say goes through the engine, which shows it once.
	printed := &bytes.Buffer{}
	command.Stdout, command.Stderr = printed, printed
	err = command.Run()
	log := p.keep(request.GetStack(), printed.Bytes())
	if err == nil {
		return &pulumirpc.RunResponse{}
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == told {
		return &pulumirpc.RunResponse{Bail: true}
	}
	return &pulumirpc.RunResponse{
		Error: fmt.Sprintf("The program ended (%v). Its last words, all of them in %s:\n%s", err, log, tail(printed.Bytes())),
	}
}

// jdk asks the script that every command of this repository asks.
func (p *program) jdk() (string, error) {
	script := exec.Command(filepath.Join(p.root, "scripts", "jdk25"))
	refusal := &bytes.Buffer{}
	script.Stderr = refusal
	home, err := script.Output()
	if err != nil {
		if refusal.Len() > 0 {
			return "", errors.New(strings.TrimSpace(refusal.String()))
		}
		return "", err
	}
	return strings.TrimSpace(string(home)), nil
}

// keep writes what the program printed to a file and returns its name.
func (p *program) keep(stack string, printed []byte) string {
	folder := filepath.Join(p.root, ".local", "programs")
	file := filepath.Join(folder, stack+".log")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "no file: " + err.Error()
	}
	if err := os.WriteFile(file, printed, 0o600); err != nil {
		return "no file: " + err.Error()
	}
	return file
}

func tail(text []byte) string {
	if len(text) > quotedBytesMax {
		text = text[len(text)-quotedBytesMax:]
	}
	return string(text)
}

// environment is how the SDK learns of its engine and configuration.
func environment(engine string, request *pulumirpc.RunRequest) []string {
	secretKeys := request.GetConfigSecretKeys()
	if secretKeys == nil {
		secretKeys = []string{}
	}
	values := map[string]string{
		"MONITOR":            request.GetMonitorAddress(),
		"ENGINE":             engine,
		"ORGANIZATION":       request.GetOrganization(),
		"PROJECT":            request.GetProject(),
		"STACK":              request.GetStack(),
		"PWD":                request.GetPwd(),
		"ROOT_DIRECTORY":     request.GetInfo().GetRootDirectory(),
		"DRY_RUN":            strconv.FormatBool(request.GetDryRun()),
		"PARALLEL":           strconv.Itoa(int(request.GetParallel())),
		"CONFIG":             asJSON(request.GetConfig()),
		"CONFIG_SECRET_KEYS": asJSON(secretKeys),
	}
	var all []string
	for name, value := range values {
		if value != "" {
			all = append(all, "PULUMI_"+name+"="+value)
		}
	}
	return all
}

func asJSON(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		// Maps and lists of strings always have a JSON form.
		panic(err)
	}
	return string(text)
}
