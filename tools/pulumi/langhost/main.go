// Command pulumi-language-java is the language host of this project: the Pulumi CLI starts it with the engine's
// address, reads the port from the first line of standard output, and asks it to run the program. Nothing else may be
// printed there.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// engineWait is how long the engine may take to answer its first health check.
const engineWait = time.Minute

func main() {
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, "pulumi-language-java:", err)
		os.Exit(1)
	}
}

func serve() error {
	engine := address(os.Args[1:])
	if engine == "" {
		return fmt.Errorf("started by the Pulumi CLI with the engine's address, not by hand")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// Ends this process when the engine is gone.
	if err := rpcutil.Healthcheck(ctx, engine, engineWait, stop); err != nil {
		return fmt.Errorf("the engine at %s does not answer: %w", engine, err)
	}
	cancelled := make(chan bool)
	go func() {
		<-ctx.Done()
		close(cancelled)
	}()
	handle, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: cancelled,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, &host{engine: engine})
			return nil
		},
	})
	if err != nil {
		return err
	}
	fmt.Println(handle.Port)
	return <-handle.Done
}

// address is the first argument that is no flag; the CLI puts flags of its own logging before it.
func address(arguments []string) string {
	for _, argument := range arguments {
		if !strings.HasPrefix(argument, "-") {
			return argument
		}
	}
	return ""
}
